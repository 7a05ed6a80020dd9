import type { Core, Schema, UID } from '@strapi/strapi';

export type ContentType = Schema.ContentType;
export type Attribute = Schema.Attribute.AnyAttribute;

/** `draft` and `published` rows; types without drafts have only published ones. */
export type Stage = 'draft' | 'published';

const scalars = new Set(['string', 'text', 'email', 'integer', 'biginteger', 'float', 'decimal', 'date', 'datetime', 'time', 'boolean', 'enumeration', 'json']);

interface PluginOptions {
  i18n?: { localized?: boolean };
  model?: { relation?: 'fact' | 'choice' };
}

const optionsOf = (thing: { pluginOptions?: object }): PluginOptions => thing.pluginOptions ?? {};

export const isOurs = (uid: string): uid is UID.ContentType => uid.startsWith('api::');

export const isLocalized = (type: ContentType): boolean => optionsOf(type).i18n?.localized === true;

export const hasDrafts = (type: ContentType): boolean => type.options?.draftAndPublish === true;

/** The stage that a save writes. */
export const savedStage = (type: ContentType): Stage => (hasDrafts(type) ? 'draft' : 'published');

/** The type's own attributes, without those that Strapi adds (timestamps, authors, locale). */
export function ownAttributes(type: { attributes: object }): [string, Attribute][] {
  const added = ['createdAt', 'updatedAt', 'publishedAt', 'firstPublishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations', 'documentId', 'id'];
  return Object.entries<Attribute>({ ...type.attributes }).filter(([name]) => !added.includes(name));
}

/** Names of the plain values that a document has once for all its locales. */
export function sharedScalars(type: ContentType): string[] {
  if (!isLocalized(type)) return [];
  return ownAttributes(type)
    .filter(([, attribute]) => scalars.has(attribute.type) && optionsOf(attribute).i18n?.localized !== true)
    .map(([name]) => name);
}

export interface Relation {
  name: string;
  target: UID.ContentType;
  toOne: boolean;
  /** False for the far side of a relation that another type states. */
  owning: boolean;
}

/** Relations of a type or a part to documents. */
export function relationsOf(model: { attributes: object }): Relation[] {
  return ownAttributes(model).flatMap(([name, attribute]) => {
    if (attribute.type !== 'relation' || !('target' in attribute) || !isOurs(attribute.target)) return [];
    return [{ name, target: attribute.target, toOne: attribute.relation.endsWith('ToOne'), owning: !('mappedBy' in attribute) }];
  });
}

/**
 * Relations that state a fact, and so are the same in every locale in which the target exists.
 * Those of a type without locales all do.
 */
export function factRelations(type: ContentType): Relation[] {
  if (!isLocalized(type)) return relationsOf(type);
  const facts = ownAttributes(type).filter(([, attribute]) => optionsOf(attribute).model?.relation === 'fact').map(([name]) => name);
  return relationsOf(type).filter(({ name }) => facts.includes(name));
}

/** All content types of the model. */
export const ownTypes = (strapi: Core.Strapi): ContentType[] =>
  Object.values(strapi.contentTypes).filter((type): type is ContentType => isOurs(type.uid));

/** Fact relations of any type that lead to this one, each stated once. */
export function factRelationsTo(strapi: Core.Strapi, uid: UID.ContentType): { source: ContentType; relation: Relation }[] {
  return ownTypes(strapi)
    .flatMap(source => factRelations(source).map(relation => ({ source, relation })))
    .filter(({ relation }) => relation.owning && relation.target === uid);
}
