import { slugField } from '../slugs';
import { inStage } from '../rows';
import { titleOf } from '../titles';
import type { DocumentRule } from './subject';

/** A published slug is one document's in all languages: the site's links find a document by it, whatever language they are followed in. */
export const ownSlug: DocumentRule = async ({ strapi, type, nodes }) => {
  const field = slugField(type);
  const document = nodes[0]?.value;
  if (!field || !document?.[field.name]) return [];
  const slug = String(document[field.name]);
  const other: Record<string, unknown> | null = await strapi.db.query(type.uid).findOne({
    where: { [field.name]: slug, documentId: { $ne: document['documentId'] }, ...inStage(strapi, type.uid, 'published') },
  });
  if (!other) return [];
  return [{ path: [field.name], message: words => words.slugs.taken(slug, titleOf(other) ?? '', String(other['locale'])) }];
};
