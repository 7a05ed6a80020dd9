import type { Core } from '@strapi/strapi';

import type { Attributes, ContentType, Model } from '../model.ts';
import { isRecord } from '../read/content.ts';
import { digest } from './digest.ts';

/**
 * A digest of what the CMS holds of one version: its draft with components, relations and pictures, and whether it is published.
 * Row ids and times are left out, since publishing changes them, and another database; so are relations that the other side owns.
 */
export async function storedDigest(
  strapi: Core.Strapi,
  model: Model,
  type: ContentType,
  documentId: string,
  locale: string | undefined,
): Promise<string> {
  const where = { documentId, ...(locale ? { locale } : {}) };
  const row: unknown = await strapi.db.query(type.uid).findOne({
    where: { ...where, ...(type.draftAndPublish ? { publishedAt: null } : {}) },
    populate: populateAll(model, type.attributes),
  });
  const published = type.draftAndPublish
    ? await strapi.db.query(type.uid).count({ where: { ...where, publishedAt: { $notNull: true } } })
    : 1;
  return digest({ content: pick(model, type.attributes, row), published });
}

interface Populate {
  [name: string]: { select?: string[]; populate?: Populate; on?: Populate };
}

function populateAll(model: Model, attributes: Attributes): Populate {
  const populate: Populate = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type === 'media' || (attribute.type === 'relation' && !attribute.mappedBy)) populate[name] = { select: ['documentId'] };
    if (attribute.type === 'component') populate[name] = inside(model, attribute.component);
    if (attribute.type === 'dynamiczone') {
      populate[name] = { on: Object.fromEntries((attribute.components ?? []).map(each => [each, inside(model, each)])) };
    }
  }
  return populate;
}

function inside(model: Model, component = '') {
  return { populate: populateAll(model, model.components.get(component) ?? {}) };
}

/** What of a row is content: its attributes, and of what it points to only which it is. */
function pick(model: Model, attributes: Attributes, row: unknown): unknown {
  if (!isRecord(row)) return null;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => {
      const values = [row[name]].flat();
      if (attribute.type === 'media' || attribute.type === 'relation') return [name, values.map(value => isRecord(value) && value['documentId'])];
      if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') return [name, row[name]];
      return [
        name,
        values.map((value) => {
          const component = isRecord(value) ? (attribute.component ?? String(value['__component'])) : '';
          return { component, fields: pick(model, model.components.get(component) ?? {}, value) };
        }),
      ];
    }),
  );
}
