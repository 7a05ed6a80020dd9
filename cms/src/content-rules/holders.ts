import type { Core, UID } from '@strapi/strapi';

import { ownAttributes, ownTypes, type Attribute } from './model';

/** Rows of a type, by their ids. */
export interface Holders {
  uid: UID.ContentType;
  ids: number[];
}

/** Finds the documents' rows that hold some of these parts, directly or within other parts. */
export async function holdersOf(strapi: Core.Strapi, part: UID.Component, ids: number[]): Promise<Holders[]> {
  if (ids.length === 0) return [];
  const holders: Holders[] = [];
  for (const { uid } of ownTypes(strapi)) {
    const rows = await rowsHolding(strapi, uid, part, ids);
    if (rows.length > 0) holders.push({ uid, ids: rows });
  }
  for (const { uid } of Object.values(strapi.components)) {
    holders.push(...(await holdersOf(strapi, uid, await rowsHolding(strapi, uid, part, ids))));
  }
  return holders;
}

async function rowsHolding(strapi: Core.Strapi, holder: UID.Schema, part: UID.Component, ids: number[]): Promise<number[]> {
  const [field] = ownAttributes(strapi.getModel(holder)).find(([, attribute]) => mayHold(attribute, part)) ?? [];
  const column = field === undefined ? undefined : strapi.db.metadata.get(holder).attributes[field];
  if (!column || !('joinTable' in column) || !column.joinTable) return [];
  // All fields of a model that hold parts share one table, which the query engine knows by its name.
  const links: { entity_id: number }[] = await strapi.db
    .query(column.joinTable.name)
    .findMany({ where: { component_type: part, cmp_id: { $in: ids } }, select: ['entity_id'] });
  return links.map(link => link.entity_id);
}

function mayHold(attribute: Attribute, part: UID.Component): boolean {
  if (attribute.type === 'component') return attribute.component === part;
  return attribute.type === 'dynamiczone' && attribute.components.includes(part);
}
