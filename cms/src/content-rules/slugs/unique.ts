import type { Core, UID } from '@strapi/strapi';

import { isLocalized } from '../model';

/** Gives the slug, or the first of `slug-2`, `slug-3`… that no other document of the type has in the locale, in a draft or published. */
export async function uniqueSlug(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  field: string,
  slug: string,
  locale: string | undefined,
  ownDocumentId?: string,
): Promise<string> {
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['id', field],
    where: {
      [field]: { $startsWith: slug },
      ...(locale && isLocalized(strapi.contentType(uid)) ? { locale } : {}),
      ...(ownDocumentId ? { documentId: { $ne: ownDocumentId } } : {}),
    },
  });
  const taken = new Set(rows.map(row => row[field]));
  let candidate = slug;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${slug}-${number}`;
  return candidate;
}
