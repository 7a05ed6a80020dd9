import type { Schema } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';

const alwaysThere = ['id', 'documentId'];

/**
 * Checks that a sort names fields of the documents themselves: an order by a related document would tell about its drafts.
 * The name must be the field's own, without a path; Strapi's made-up field `status` is refused with the rest.
 *
 * @throws ValidationError that names the refused field
 */
export function guardSort(sort: unknown, schema: Schema.Schema): void {
  for (const field of fieldsOf(sort)) {
    const attribute = schema.attributes[field];
    if (alwaysThere.includes(field) || (attribute && contentTypes.isScalarAttribute(attribute))) continue;
    throw new errors.ValidationError(`Cannot sort by "${field}": only a field of the sorted documents themselves will do.`);
  }
}

function fieldsOf(sort: unknown): string[] {
  if (sort === undefined || sort === null) return [];
  if (typeof sort === 'string') return sort.split(',').map(part => (part.split(':')[0] ?? '').trim()).filter(Boolean);
  if (Array.isArray(sort)) return sort.flatMap(fieldsOf);
  return Object.keys(sort);
}
