import type { Core, UID } from '@strapi/strapi';

import { ownAttributes, type Attribute } from './model';
import { isRecord } from './write';

export type Path = (string | number)[];

/** A component within a document: a block, an entry of a list, a single one. */
export interface Part {
  uid: UID.Component;
  value: Record<string, unknown>;
  path: Path;
}

type Model = { attributes: object };

/** All components within the data of a document, in reading order, those within components too. */
export function partsOf(strapi: Core.Strapi, model: Model, data: Record<string, unknown>, path: Path = []): Part[] {
  return ownAttributes(model).flatMap(([name, attribute]) =>
    directParts(attribute, data[name], [...path, name]).flatMap(part => [part, ...partsOf(strapi, strapi.getModel(part.uid), part.value, part.path)]),
  );
}

function directParts(attribute: Attribute, value: unknown, path: Path): Part[] {
  if (attribute.type === 'component') {
    const uid = attribute.component;
    if (Array.isArray(value)) return value.flatMap((entry, index) => (isRecord(entry) ? [{ uid, value: entry, path: [...path, index] }] : []));
    return isRecord(value) ? [{ uid, value, path }] : [];
  }
  if (attribute.type === 'dynamiczone' && Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      const uid = isRecord(entry) ? attribute.components.find(name => name === entry['__component']) : undefined;
      return uid && isRecord(entry) ? [{ uid, value: entry, path: [...path, index] }] : [];
    });
  }
  return [];
}

/** What to ask the query engine for, to read all components of a model; of the named kinds of fields, where they lead. */
export function deepPopulate(strapi: Core.Strapi, model: Model, kinds: Attribute['type'][] = []): Record<string, unknown> {
  const nested = (uid: UID.Component) => ({ populate: deepPopulate(strapi, strapi.getModel(uid), kinds) });
  return Object.fromEntries(
    ownAttributes(model).flatMap<[string, unknown]>(([name, attribute]) => {
      if (attribute.type === 'component') return [[name, nested(attribute.component)]];
      if (attribute.type === 'dynamiczone') return [[name, { on: Object.fromEntries(attribute.components.map(uid => [uid, nested(uid)])) }]];
      return kinds.includes(attribute.type) ? [[name, { select: ['id', 'documentId'] }]] : [];
    }),
  );
}
