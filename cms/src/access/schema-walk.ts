import type { Core, Schema } from '@strapi/strapi';

/** The schema that a relation, component or media attribute leads to; undefined where it could be any. */
export function schemaBehind(attribute: Schema.Attribute.AnyAttribute, strapi: Core.Strapi): Schema.Schema | undefined {
  if (attribute.type === 'component') return strapi.getModel(attribute.component);
  if (attribute.type === 'media') return strapi.getModel('plugin::upload.file');
  if (attribute.type === 'relation' && 'target' in attribute) return strapi.getModel(attribute.target);
  return undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
