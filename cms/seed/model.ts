import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An attribute as it stands in a schema file; only what the loader needs to know. */
export interface Attribute {
  type: string;
  required?: boolean;
  default?: unknown;
  regex?: string;
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  enum?: string[];
  /** Relations. */
  relation?: string;
  target?: string;
  mappedBy?: string;
  /** Components and dynamic zones. */
  component?: string;
  components?: string[];
  repeatable?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean }; model?: { relation?: 'fact' | 'choice' } };
}

export type Attributes = Record<string, Attribute>;

export interface ContentType {
  uid: string;
  /** Name of the type's seed files. */
  plural: string;
  single: boolean;
  localized: boolean;
  draftAndPublish: boolean;
  attributes: Attributes;
}

/** The content model, as the schema files have it. */
export interface Model {
  types: Map<string, ContentType>;
  components: Map<string, Attributes>;
}

interface SchemaFile {
  kind: string;
  info: { singularName: string; pluralName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Attributes;
}

/**
 * Reads all schema files of the CMS.
 *
 * @param source the folder that holds `api/` and `components/`
 * @returns types by uid and components by name
 */
export function readModel(source: string): Model {
  const types = globSync('api/*/content-types/*/schema.json', { cwd: source }).map((file): [string, ContentType] => {
    const schema: SchemaFile = JSON.parse(readFileSync(path.join(source, file), 'utf8'));
    const name = schema.info.singularName;
    const uid = `api::${name}.${name}`;
    return [
      uid,
      {
        uid,
        plural: schema.info.pluralName,
        single: schema.kind === 'singleType',
        localized: schema.pluginOptions?.i18n?.localized ?? false,
        draftAndPublish: schema.options?.draftAndPublish ?? false,
        attributes: schema.attributes,
      },
    ];
  });
  const components = globSync('components/*/*.json', { cwd: source }).map((file): [string, Attributes] => {
    const schema: SchemaFile = JSON.parse(readFileSync(path.join(source, file), 'utf8'));
    return [`${path.basename(path.dirname(file))}.${path.basename(file, '.json')}`, schema.attributes];
  });
  return { types: new Map(types), components: new Map(components) };
}

/** Whether each locale has a value of its own: its words, its structure, and the relations that it chooses. */
export function isPerLocale(attribute: Attribute): boolean {
  if (attribute.type === 'relation') return attribute.pluginOptions?.model?.relation === 'choice';
  return attribute.pluginOptions?.i18n?.localized ?? false;
}

/** Whether a relation holds several documents. */
export function isToMany(attribute: Attribute): boolean {
  return attribute.relation?.endsWith('ToMany') ?? false;
}
