import type { Attribute, Schemas, TypeSchema } from './schemas.ts';

export type ScalarKind = 'string' | 'number' | 'boolean' | 'json' | 'blocks' | 'enumeration';

export interface Scalar {
  kind: ScalarKind;
  nullable: boolean;
  /** The values of an enumeration, in the schema's order. */
  values?: string[];
}

/** `one` may be null, `always` may not, `many` is a list, `zone` a list of several kinds of component. */
export interface Link {
  kind: 'one' | 'always' | 'many' | 'zone';
  to: string[];
}

/** What REST answers for one type or component. */
export interface Model {
  kind: 'collection' | 'single' | 'component';
  /** The last part of the REST address; a component has none. */
  path?: string;
  localized: boolean;
  draftAndPublish: boolean;
  scalars: Record<string, Scalar>;
  links: Record<string, Link>;
}

/** By name: `article`, `block.text`. */
export type Models = Record<string, Model>;

/** The upload plugin's file: it has no schema file of ours, so `src/upload.ts` describes it by hand. */
export const uploadedFile = 'upload.file';

const scalarKinds: Record<string, ScalarKind> = {
  string: 'string',
  text: 'string',
  richtext: 'string',
  email: 'string',
  uid: 'string',
  date: 'string',
  time: 'string',
  datetime: 'string',
  timestamp: 'string',
  // A number would lose digits.
  biginteger: 'string',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  json: 'json',
  blocks: 'blocks',
  enumeration: 'enumeration',
};

const always = (kind: ScalarKind): Scalar => ({ kind, nullable: false });

/**
 * Describes what REST answers for each type and component of the CMS.
 * @throws when an attribute has a name of Strapi's, has no type here, or leads to a type that is not ours.
 */
export function describe({ types, components }: Schemas): Models {
  const models: Models = {};
  for (const [name, schema] of Object.entries(types)) {
    models[name] = describeType(name, schema);
  }
  for (const [name, schema] of Object.entries(components)) {
    const { scalars, links } = describeAttributes(name, schema.attributes);
    models[name] = {
      kind: 'component',
      localized: false,
      draftAndPublish: false,
      scalars: { id: always('number'), ...scalars },
      links,
    };
  }
  refuseUnknownTargets(models);
  return models;
}

/** Strapi's own; one of ours by the same name would be lost in silence (`locale` even in a type without locales). */
const reserved = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations', '__component']);

function describeType(name: string, schema: TypeSchema): Model {
  const localized = schema.pluginOptions?.i18n?.localized ?? false;
  const single = schema.kind === 'singleType';
  const { scalars, links } = describeAttributes(name, schema.attributes);
  return {
    kind: single ? 'single' : 'collection',
    path: single ? schema.info.singularName : schema.info.pluralName,
    localized,
    draftAndPublish: schema.options?.draftAndPublish ?? false,
    scalars: {
      id: always('number'),
      documentId: always('string'),
      createdAt: always('string'),
      updatedAt: always('string'),
      // Set without draft and publish too.
      publishedAt: always('string'),
      ...(localized ? { locale: always('string') } : {}),
      ...scalars,
    },
    links: { ...links, ...(localized ? { localizations: { kind: 'many', to: [name] } } : {}) },
  };
}

function describeAttributes(owner: string, attributes: Record<string, Attribute>): Pick<Model, 'scalars' | 'links'> {
  const scalars: Record<string, Scalar> = {};
  const links: Record<string, Link> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (reserved.has(name)) throw new Error(`${owner}.${name}: Strapi keeps this name for itself.`);
    // Strapi never answers a password, private or not.
    if (attribute.private || attribute.type === 'password') continue;
    const link = describeLink(attribute);
    if (link) {
      links[name] = link;
      continue;
    }
    const kind = scalarKinds[attribute.type];
    if (!kind) throw new Error(`${owner}.${name}: no type is known for an attribute of type "${attribute.type}".`);
    // Only published content is read, and what is required is there when it is published.
    const nullable = !attribute.required;
    scalars[name] = kind === 'enumeration' ? { kind, nullable, values: attribute.enum ?? [] } : { kind, nullable };
  }
  return { scalars, links };
}

function describeLink(attribute: Attribute): Link | undefined {
  switch (attribute.type) {
    case 'dynamiczone':
      return { kind: 'zone', to: attribute.components ?? [] };
    case 'component':
      if (attribute.repeatable) return { kind: 'many', to: [attribute.component ?? ''] };
      return { kind: attribute.required ? 'always' : 'one', to: [attribute.component ?? ''] };
    case 'media':
      // Never `always`: a file that is in use can be deleted from the library.
      return { kind: attribute.multiple ? 'many' : 'one', to: [uploadedFile] };
    case 'relation':
      return {
        kind: attribute.relation?.endsWith('Many') ? 'many' : 'one',
        to: [(attribute.target ?? '').replace(/^api::[^.]+\./, '')],
      };
    default:
      return undefined;
  }
}

function refuseUnknownTargets(models: Models): void {
  for (const [owner, { links }] of Object.entries(models)) {
    for (const [name, { to }] of Object.entries(links)) {
      const unknown = to.find(target => !(target in models) && target !== uploadedFile);
      if (unknown !== undefined) throw new Error(`${owner}.${name} leads to "${unknown}", which has no schema here.`);
    }
  }
}
