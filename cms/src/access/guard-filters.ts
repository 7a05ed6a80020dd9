import type { Core, Schema } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';

import { guardComparison } from './guard-comparison';
import { isRecord, schemaBehind } from './schema-walk';

const published = { publishedAt: { $notNull: true } };

/**
 * Rewrites filters so that a condition on a related document holds for its published version only.
 *
 * Every condition becomes an object of its own under `$and`: Strapi merges the conditions of one object when it joins
 * tables, and two equal keys would then overwrite each other.
 *
 * @throws ValidationError for a condition that cannot be kept from drafts, or that the database could not answer
 */
export function guardFilters(filters: unknown, schema: Schema.Schema, strapi: Core.Strapi): unknown {
  if (Array.isArray(filters)) return filters.map(filter => guardFilters(filter, schema, strapi));
  if (!isRecord(filters)) return filters;
  const conditions = Object.entries(filters).map(([key, value]) => guardCondition(key, value, schema, strapi));
  return conditions.length === 1 ? conditions[0] : { $and: conditions };
}

function guardCondition(key: string, value: unknown, schema: Schema.Schema, strapi: Core.Strapi): unknown {
  if (key === '$and' || key === '$or') return { [key]: [value].flat().map(part => guardFilters(part, schema, strapi)) };
  if (key === '$not') return { $not: guardFilters(value, schema, strapi) };
  const attribute = schema.attributes[key];
  if (!attribute || contentTypes.isScalarAttribute(attribute)) {
    guardComparison(key, value, attribute?.type ?? (key === 'id' ? 'integer' : 'string'));
    return { [key]: value };
  }

  const target = schemaBehind(attribute, strapi);
  if (!target) throw new errors.ValidationError(`Cannot filter by "${key}".`);
  if (!contentTypes.hasDraftAndPublish(target)) return { [key]: guardFilters(value, target, strapi) };

  const own = conditionOnItself(value);
  if (!own) return { [key]: { $and: [guardFilters(value, target, strapi), published] } };
  if (!asksForNone(own)) return { [key]: { $and: [{ id: own }, published] } };
  // Documents without drafts are linked to the drafts as well, and these would pass for "none".
  if (!contentTypes.hasDraftAndPublish(schema)) {
    throw new errors.ValidationError(`Cannot ask for documents without "${key}".`);
  }
  return { $not: { [key]: { $and: [{ id: { $notNull: true } }, published] } } };
}

/** The condition on the related row as such, as in `clinic[$null]=true` or `clinic[id][$in]=…`; nothing when it is on its fields. */
function conditionOnItself(value: unknown): Record<string, unknown> | undefined {
  if (!isRecord(value)) return { $eq: value };
  const keys = Object.keys(value);
  if (keys.length === 1 && (keys[0] === 'id' || keys[0] === 'documentId')) {
    const inner = value[keys[0]];
    return asksForNone(isRecord(inner) ? inner : { $eq: inner }) ? { $null: true } : undefined;
  }
  const operators = keys.filter(key => key.startsWith('$') && !['$and', '$or', '$not'].includes(key));
  if (operators.length === 0) return undefined;
  if (keys.length > 1) throw new errors.ValidationError(`"${operators[0]}" on a relation must stand alone.`);
  return value;
}

function asksForNone(condition: Record<string, unknown>): boolean {
  return Object.entries(condition).some(
    ([operator, value]) => (operator === '$null' && isTrue(value)) || (operator === '$notNull' && !isTrue(value)) || (operator === '$eq' && value === null),
  );
}

const isTrue = (value: unknown) => [true, 'true', 't', '1', 1].some(spelling => spelling === value);
