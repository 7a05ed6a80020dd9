import type { Core, UID } from '@strapi/strapi';

import type { ContentType } from '../model.ts';
import type { Fields, SeedDocument } from '../read/content.ts';

/** The field by which a document that somebody else made is known to be the same; its slug where nothing is named. */
const IDENTITY: Record<string, string> = {
  'accreditations': 'certificateNumber',
  'cost-entries': 'reference',
  'cost-items': 'code',
  'exchange-rates': 'date',
  'safety-notices': 'title',
  'sources': 'citationKey',
};

/** Which documents the CMS holds, in which locales, by type (`*` where a type has no languages). */
export type Holdings = Map<string, Map<string, Set<string>>>;

/** Reads which versions of the given types exist, as drafts or published. */
export async function readHoldings(strapi: Core.Strapi, types: Iterable<ContentType>): Promise<Holdings> {
  const holdings: Holdings = new Map();
  for (const type of types) {
    const documents = new Map<string, Set<string>>();
    const rows: { documentId: string; locale: string | null }[] = await strapi.db
      .query(type.uid)
      .findMany({ select: ['documentId', 'locale'] });
    for (const row of rows) {
      const versions = documents.get(row.documentId) ?? new Set();
      versions.add(type.localized ? (row.locale ?? '*') : '*');
      documents.set(row.documentId, versions);
    }
    holdings.set(type.uid, documents);
  }
  return holdings;
}

/** Finds a document that stands for the same thing as one of the seed, though the loader did not make it. */
export async function findTwin(strapi: Core.Strapi, document: SeedDocument): Promise<string | undefined> {
  const { type, shared, words } = document;
  if (type.single) return find(strapi, type, {});
  const field = IDENTITY[type.plural] ?? 'slug';
  const candidates = type.localized && !(field in shared.fields) ? [...words] : [['', shared] as const];
  for (const [locale, { fields }] of candidates) {
    const value = fields[field];
    const twin = value === undefined ? undefined : await find(strapi, type, { [field]: value, ...(locale ? { locale } : {}) });
    if (twin) return twin;
  }
  return undefined;
}

async function find(strapi: Core.Strapi, type: ContentType, where: Fields): Promise<string | undefined> {
  const row: { documentId: string } | null = await strapi.db.query(type.uid).findOne({ select: ['documentId'], where });
  return row?.documentId;
}

/** Makes a document by its first version. @returns its id */
export async function createDocument(strapi: Core.Strapi, type: ContentType, locale: string | undefined, data: Fields): Promise<string> {
  const { documentId } = await strapi.documents(known(strapi, type)).create({ data, ...(locale ? { locale } : {}) });
  return documentId;
}

/** Writes a version of a document, which may be its first in that locale. */
export async function updateDocument(
  strapi: Core.Strapi,
  type: ContentType,
  documentId: string,
  locale: string | undefined,
  data: Fields,
): Promise<void> {
  await strapi.documents(known(strapi, type)).update({ documentId, data, ...(locale ? { locale } : {}) });
}

/** Publishes versions of a document; a type without drafts needs none of it. */
export async function publishDocument(strapi: Core.Strapi, type: ContentType, documentId: string, locales: string[]): Promise<void> {
  if (!type.draftAndPublish) return;
  await strapi.documents(known(strapi, type)).publish({ documentId, ...(type.localized ? { locale: locales } : {}) });
}

function known(strapi: Core.Strapi, type: ContentType): UID.ContentType {
  const isKnown = (uid: string): uid is UID.ContentType => uid in strapi.contentTypes;
  if (isKnown(type.uid)) return type.uid;
  throw new Error(`The running CMS does not know ${type.uid}: build it again with "npm run build".`);
}
