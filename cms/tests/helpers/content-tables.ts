import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isPerLocale, type Attribute, type Attributes } from '../../seed/model.ts';
import { cmsRoot } from './paths.ts';

/** Where the documents of a type, or the components of a kind, are kept in the database. */
export interface ContentTable {
  name: string;
  /** As Strapi calls what is in it: `api::clinic.clinic`, `shared.figure`. */
  uid: string;
  localized: boolean;
  /** Columns that hold words of one language; a text that has to follow a pattern is a fact. */
  words: string[];
  /** Columns that hold names, codes and addresses. */
  facts: string[];
}

interface SchemaFile {
  collectionName: string;
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Attributes;
}

/** The tables of all content types and components. */
export function contentTables(): ContentTable[] {
  const read = (pattern: string, uidOf: (file: string) => string) => globSync(pattern, { cwd: path.join(cmsRoot, 'src') })
    .map(file => describe(JSON.parse(readFileSync(path.join(cmsRoot, 'src', file), 'utf8')), uidOf(file)));
  return [
    ...read('api/*/content-types/*/schema.json', file => file.replace(/^api\/([^/]+)\/.*$/, 'api::$1.$1')),
    ...read('components/*/*.json', file => file.replace(/^components\/(.+)\/(.+)\.json$/, '$1.$2')),
  ];
}

function describe({ collectionName, pluginOptions, attributes }: SchemaFile, uid: string): ContentTable {
  const isComponent = !uid.startsWith('api::');
  const texts = Object.entries(attributes).filter(([, { type }]) => ['string', 'text', 'blocks', 'email'].includes(type));
  const isWords = (attribute: Attribute) => attribute.regex === undefined && (isComponent || isPerLocale(attribute));
  const columns = (of: typeof texts) => of.map(([name]) => name.replaceAll(/[A-Z]|(?<=[a-z])\d+/g, part => `_${part.toLowerCase()}`));
  return {
    name: collectionName,
    uid,
    localized: pluginOptions?.i18n?.localized ?? false,
    words: columns(texts.filter(([, attribute]) => isWords(attribute))),
    facts: columns(texts.filter(([, attribute]) => !isWords(attribute))),
  };
}
