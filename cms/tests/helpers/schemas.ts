import fs from 'node:fs';
import path from 'node:path';

import { filesBelow } from './files.ts';
import { cmsRoot } from './paths.ts';

interface Attribute {
  type: string;
  required?: boolean;
  regex?: string;
  maxLength?: number;
  enum?: string[];
  relation?: string;
  target?: string;
  component?: string;
  repeatable?: boolean;
  components?: string[];
  private?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean }; model?: { relation?: string } };
}

export interface SchemaFile {
  /** `article`, `block.text`: also the name of its edit view. */
  name: string;
  isComponent: boolean;
  localized: boolean;
  hasDrafts: boolean;
  attributes: Record<string, Attribute>;
}

interface Json {
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
}

const source = path.join(cmsRoot, 'src');

function read(file: string, name: string, isComponent: boolean): SchemaFile {
  const json: Json = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    name,
    isComponent,
    localized: json.pluginOptions?.i18n?.localized === true,
    hasDrafts: json.options?.draftAndPublish === true,
    attributes: json.attributes,
  };
}

/** The content types, as their schema files state them. */
export const contentTypes: SchemaFile[] = filesBelow(path.join(source, 'api'))
  .filter(file => path.basename(file) === 'schema.json')
  .map(file => read(file, path.basename(path.dirname(file)), false));

/** The components, as their schema files state them. */
export const components: SchemaFile[] = filesBelow(path.join(source, 'components'))
  .filter(file => file.endsWith('.json'))
  .map(file => read(file, `${path.basename(path.dirname(file))}.${path.basename(file, '.json')}`, true));

export const allSchemas: SchemaFile[] = [...contentTypes, ...components];

export interface NamedAttribute {
  schema: SchemaFile;
  name: string;
  attribute: Attribute;
  /** `article.title`, for messages. */
  place: string;
}

/** Every attribute of the given schemas. */
export const attributesOf = (schemas: SchemaFile[]): NamedAttribute[] =>
  schemas.flatMap(schema =>
    Object.entries(schema.attributes).map(([name, attribute]) => ({ schema, name, attribute, place: `${schema.name}.${name}` })),
  );

export const places = (attributes: NamedAttribute[]): string[] => attributes.map(({ place }) => place);
