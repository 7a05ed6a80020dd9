import type { Core, UID } from '@strapi/strapi';

/**
 * Gives the slug, or the first of `slug-2`, `slug-3`… that no other document of the type has, in any locale, draft or published:
 * a link leads to the same document in every language.
 */
export async function uniqueSlug(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  field: string,
  slug: string,
  ownDocumentId?: string,
): Promise<string> {
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['id', field],
    where: {
      [field]: { $startsWith: slug },
      ...(ownDocumentId ? { documentId: { $ne: ownDocumentId } } : {}),
    },
  });
  const taken = new Set(rows.map(row => row[field]));
  let candidate = slug;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${slug}-${number}`;
  return candidate;
}
