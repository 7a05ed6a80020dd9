import type { Core, UID } from '@strapi/strapi';

import { rowsOf } from './rows';
import { slugField } from './slugs';
import type { Write } from './write';

const redirects = 'api::redirect.redirect';

/**
 * Does a write and leaves a redirect behind for each address that it takes from the site:
 * of a published slug that changed, or of a document that is no longer published. An address that is in use again has none.
 *
 * @returns what the write gave
 */
export async function writeKeepingRedirects<Result>(strapi: Core.Strapi, write: Write, next: () => Promise<Result>): Promise<Result> {
  const { uid } = write;
  const field = slugField(strapi.contentType(uid));
  if (!field) return next();

  const before = write.documentId ? await publishedSlugs(strapi, uid, write.documentId, field.name) : new Map<string, string>();
  const result = await next();
  const documentId = write.documentIdAfter(result);
  if (!documentId) return result;

  const after = await publishedSlugs(strapi, uid, documentId, field.name);
  const type = strapi.contentType(uid).info.singularName;
  for (const [locale, oldSlug] of before) {
    if (after.get(locale) !== oldSlug) await leaveRedirect(strapi, { type, slugLocale: locale, oldSlug }, documentId);
  }
  for (const [locale, oldSlug] of after) {
    if (before.get(locale) !== oldSlug) await removeRedirects(strapi, { type, slugLocale: locale, oldSlug });
  }
  return result;
}

interface Address {
  type: string;
  slugLocale: string;
  oldSlug: string;
}

async function leaveRedirect(strapi: Core.Strapi, address: Address, targetDocumentId: string): Promise<void> {
  const present = await strapi.documents(redirects).findFirst({ filters: { ...address, targetDocumentId } });
  if (present) return;
  await removeRedirects(strapi, address);
  await strapi.documents(redirects).create({ data: { ...address, targetDocumentId } });
}

async function removeRedirects(strapi: Core.Strapi, address: Address): Promise<void> {
  for (const { documentId } of await strapi.documents(redirects).findMany({ filters: { ...address } })) {
    await strapi.documents(redirects).delete({ documentId });
  }
}

async function publishedSlugs(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, field: string): Promise<Map<string, string>> {
  const rows = await rowsOf(strapi, uid, documentId, { stage: 'published' });
  return new Map(rows.flatMap(row => (typeof row[field] === 'string' ? [[row.locale ?? '', row[field]]] : [])));
}
