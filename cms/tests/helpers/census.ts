import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { filesBelow } from './files.ts';

/** All that a CMS holds, in a form that is the same on every database. */
export interface Census {
  /** Each version of each document and each record, by type, document, locale and stage. */
  entries: Record<string, unknown>;
  /** Digest of each uploaded file, by name. */
  files: Record<string, string>;
  /** What is stored beside the content: the loader's ledger, the views of the editor, the default locale. */
  stored: Record<string, unknown>;
}

interface Attribute {
  type: string;
  relation?: string;
  component?: string;
  components?: string[];
}

interface Populate {
  [name: string]: true | { populate: Populate } | { on: Populate };
}

type Row = Record<string, unknown>;
type Attributes = (uid: string) => Record<string, Attribute>;

/** Counts everything that an archive is to carry. */
export async function takeCensus(strapi: Core.Strapi): Promise<Census> {
  const attributes: Attributes = uid => Object.fromEntries(Object.entries(strapi.getModel(uid as `api::${string}.${string}`).attributes));
  const entries: Census['entries'] = {};
  for (const uid of Object.keys(strapi.contentTypes).filter(name => /^(api|plugin::upload|plugin::i18n)/.test(name))) {
    const rows: Row[] = await strapi.db.query(uid).findMany({ populate: everything(uid, attributes) });
    for (const row of rows) {
      const name = `${uid} ${nameOf(row)}`;
      if (name in entries) throw new Error(`There are two of ${name}.`);
      entries[name] = entryOf(uid, row, attributes);
    }
  }
  const stored: Row[] = await strapi.db.query('strapi::core-store').findMany({});
  const uploads = path.join(strapi.dirs.static.public, 'uploads');
  return {
    entries,
    files: Object.fromEntries(filesBelow(uploads).filter(file => !file.endsWith('.gitkeep')).map(file => [path.basename(file), sha256(file)])),
    stored: Object.fromEntries(stored.map(({ key, value }) => [String(key), JSON.parse(String(value))])),
  };
}

/** Without the other side of pictures, which their owners tell, and without people, who are not moved. */
const isTold = ([name, { type, relation }]: [string, Attribute]): boolean =>
  !['createdBy', 'updatedBy', 'localizations'].includes(name) && !(type === 'relation' && relation?.startsWith('morph'));

const isLinked = ({ type }: Attribute): boolean => ['relation', 'media', 'component', 'dynamiczone'].includes(type);

function everything(uid: string, attributes: Attributes): Populate {
  const inside = (component: string) => ({ populate: everything(component, attributes) });
  const links = Object.entries(attributes(uid)).filter(isTold).filter(([, attribute]) => isLinked(attribute));
  return Object.fromEntries(
    links.map(([name, { component, components }]) => {
      if (components) return [name, { on: Object.fromEntries(components.map(each => [each, inside(each)])) }];
      return [name, component ? inside(component) : true];
    }),
  );
}

/** A row without its number: relations in order by what they lead to, components in order with all that they hold. */
function entryOf(uid: string, row: Row, attributes: Attributes): Row {
  const told = Object.entries(attributes(uid)).filter(isTold);
  return Object.fromEntries(
    told.map(([name, attribute]) => {
      if (!isLinked(attribute)) return [name, row[name]];
      const inside = [row[name]].flat().filter(isRow);
      if (attribute.type === 'relation' || attribute.type === 'media') return [name, inside.map(nameOf)];
      return [name, inside.map((part) => {
        const component = attribute.component ?? String(part['__component']);
        return { component, ...entryOf(component, part, attributes) };
      })];
    }),
  );
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const nameOf = ({ documentId, locale, publishedAt }: Row): string => `${documentId} ${locale ?? '-'} ${publishedAt ? 'published' : 'draft'}`;

const sha256 = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex');
