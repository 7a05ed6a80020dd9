import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One attribute as it stands in a schema file; only what the types depend on. */
export interface Attribute {
  type: string;
  required?: boolean;
  private?: boolean;
  enum?: string[];
  relation?: string;
  target?: string;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  multiple?: boolean;
}

export interface TypeSchema {
  kind: 'collectionType' | 'singleType';
  info: { singularName: string; pluralName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
}

interface ComponentSchema {
  attributes: Record<string, Attribute>;
}

export interface Schemas {
  /** By singular name. */
  types: Record<string, TypeSchema>;
  /** By Strapi's uid, `category.name`. */
  components: Record<string, ComponentSchema>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders the entries of a record by name, so that no file system or editor decides how the output looks.
 * @returns the entries, sorted by code unit.
 */
export const sortedEntries = <Value>(record: Record<string, Value>): [string, Value][] =>
  Object.entries(record).sort(([a], [b]) => compare(a, b));

/**
 * Reads the CMS's schema files; Strapi is not needed.
 * @param cms the folder of the CMS.
 * @throws when a file is not JSON.
 */
export function readSchemas(cms: string): Schemas {
  const typeFiles = globSync('src/api/*/content-types/*/schema.json', { cwd: cms });
  const componentFiles = globSync('src/components/*/*.json', { cwd: cms });
  const types: [string, TypeSchema][] = typeFiles.map((file) => {
    const schema: TypeSchema = readJson(join(cms, file));
    return [schema.info.singularName, schema];
  });
  const components: [string, ComponentSchema][] = componentFiles.map(file => [
    `${basename(dirname(file))}.${basename(file, '.json')}`,
    readJson(join(cms, file)),
  ]);
  return { types: Object.fromEntries(types), components: Object.fromEntries(components) };
}

function readJson(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON.`, { cause: error });
  }
}
