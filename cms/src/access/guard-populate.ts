import type { Core, Schema } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { guardFilters } from './guard-filters';
import { guardSort } from './guard-sort';
import { isRecord, schemaBehind } from './schema-walk';

const allowedBelow = new Set(['fields', 'filters', 'sort', 'populate', 'on', 'page', 'pageSize', 'start', 'limit']);

/**
 * Checks a populate tree and rewrites the filters in it. Strapi itself carries the status of the whole query to every level;
 * refused is what asks otherwise (`status`, `publicationFilter`, …) or counts links without looking at their state.
 *
 * @throws ValidationError that names the refused key
 */
export function guardPopulate(populate: unknown, schema: Schema.Schema, strapi: Core.Strapi): unknown {
  if (Array.isArray(populate)) return populate.map(entry => guardPopulate(entry, schema, strapi));
  if (typeof populate === 'string') return guardPaths(populate, schema, strapi);
  if (!isRecord(populate)) return populate;
  return mapValues(populate, (value, key) => {
    const target = guardStep(key, schema, strapi);
    return target ? guardLevel(value, target, strapi) : guardZone(value, strapi);
  });
}

/** `a.b,c.d`: the short spelling, which has no options. */
function guardPaths(paths: string, schema: Schema.Schema, strapi: Core.Strapi): string {
  for (const path of paths.split(',')) {
    let place: Schema.Schema | undefined = schema;
    for (const step of path.trim().split('.')) {
      if (place && step !== '*') place = guardStep(step, place, strapi);
    }
  }
  return paths;
}

/** The schema behind an attribute; undefined for a dynamic zone, whose schemas are named by `on`, and for what Strapi will refuse. */
function guardStep(name: string, schema: Schema.Schema, strapi: Core.Strapi): Schema.Schema | undefined {
  const attribute = schema.attributes[name];
  if (!attribute || attribute.type === 'dynamiczone') return undefined;
  const target = schemaBehind(attribute, strapi);
  // Such a relation (`related` of a picture) leads back to everything that uses it, drafts included.
  if (!target) throw new errors.ValidationError(`"${name}" cannot be populated.`);
  return target;
}

function guardZone(value: unknown, strapi: Core.Strapi): unknown {
  if (!isRecord(value)) return value;
  checkKeys(value);
  const { on, ...rest } = value;
  if (!isRecord(on)) return value;
  return {
    ...rest,
    on: mapValues(on, (level, uid) => {
      const component = Object.values(strapi.components).find(candidate => candidate.uid === uid);
      return component ? guardLevel(level, component, strapi) : level;
    }),
  };
}

function guardLevel(value: unknown, schema: Schema.Schema, strapi: Core.Strapi): unknown {
  if (!isRecord(value)) return value;
  checkKeys(value);
  guardSort(value['sort'], schema);
  return {
    ...value,
    ...('filters' in value ? { filters: guardFilters(value['filters'], schema, strapi) } : {}),
    ...('populate' in value ? { populate: guardPopulate(value['populate'], schema, strapi) } : {}),
  };
}

function checkKeys(level: Record<string, unknown>): void {
  const refused = Object.keys(level).find(key => !allowedBelow.has(key));
  if (refused) throw new errors.ValidationError(`"${refused}" is not available inside populate.`);
}

function mapValues(record: Record<string, unknown>, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
