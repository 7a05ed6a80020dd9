import fs from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { cmsRoot } from '../helpers/paths.ts';
import { allSchemas, type SchemaFile } from '../helpers/schemas.ts';

interface EditView {
  mainField: string;
  list?: string[];
  edit: string[][];
  labels?: Record<string, string>;
  descriptions: Record<string, string>;
}

const folder = path.join(cmsRoot, 'src', 'edit-views');
const nameOf = (file: string) => path.basename(file, '.json');
const files = fs.readdirSync(folder).filter(file => file.endsWith('.json'));

/** Fields that Strapi gives a row of their own. */
const wide = ['blocks', 'component', 'dynamiczone', 'json'];

it('every type and component has an edit view, and no other', () => {
  expect(files.map(nameOf).sort()).toEqual(allSchemas.map(({ name }) => name).sort());
});

describe.each(allSchemas.map((schema): [string, SchemaFile] => [schema.name, schema]))('the form of %s', (name, { attributes, isComponent }) => {
  const view: EditView = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const placed = view.edit.flat();
  const names = Object.keys(attributes);

  it('places and describes every attribute once, and nothing else', () => {
    expect([...placed].sort()).toEqual([...names].sort());
    expect(Object.keys(view.descriptions).sort()).toEqual([...names].sort());
    expect(Object.values(view.descriptions).filter(text => text.trim() === '')).toEqual([]);
    expect(Object.keys(view.labels ?? {}).filter(label => !names.includes(label))).toEqual([]);
  });

  it('gives wide fields a row of their own, and puts no more than three in one', () => {
    const crowded = view.edit.filter(row => row.length > 3 || (row.length > 1 && row.some(field => wide.includes(attributes[field]?.type ?? ''))));
    expect(crowded).toEqual([]);
  });

  it('ends with what the system gives', () => {
    if ('key' in attributes) expect(view.edit.at(-1)).toEqual(['key', 'hiddenIn']);
  });

  it('shows by an example what a field of a given form takes: it is what a refusal says', () => {
    const formed = names.filter(field => attributes[field]?.regex && field !== 'key');
    expect(formed.filter(field => !/such as|"/i.test(view.descriptions[field] ?? ''))).toEqual([]);
  });

  it('is called by a plain field or, as a part, by none, and lists fields that exist', () => {
    expect(['string', 'text', 'date', ...(isComponent ? [undefined] : [])]).toContain(attributes[view.mainField]?.type);
    expect(view.mainField).not.toBe('key');
    expect((view.list ?? []).filter(column => !names.includes(column))).toEqual([]);
    if (!isComponent) expect(view.list?.[0]).toBeDefined();
  });
});

interface ViewWords {
  name?: string;
  labels: Record<string, string>;
  descriptions: Record<string, string>;
}

/** The languages of the admin beside English: a folder each. */
const languages = fs.readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const given = ['createdAt', 'createdBy', 'documentId', 'id', 'updatedAt', 'updatedBy'];
const fitsColumn = 24;
/** A tile of the picker of blocks. */
const fitsTile = 15;

describe.each(languages)('the words of the forms in %s', (language) => {
  const wordsOf = (name: string): ViewWords => JSON.parse(fs.readFileSync(path.join(folder, language, `${name}.json`), 'utf8'));
  const common = wordsOf('common');
  const kinds = ['labels', 'descriptions'] as const;

  it('are there for every type and component, each under a name of its own, and for no other', () => {
    expect(fs.readdirSync(path.join(folder, language)).map(nameOf).sort()).toEqual(['common', ...allSchemas.map(({ name }) => name)].sort());
    const names = allSchemas.map(({ name }) => wordsOf(name).name ?? '');
    expect(names.filter(name => name.trim() === '')).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    const blocks = allSchemas.map(({ name }) => name).filter(name => name.startsWith('block.'));
    expect(blocks.map(name => wordsOf(name).name ?? '').filter(name => name.length > fitsTile)).toEqual([]);
  });

  describe.each(allSchemas.map((schema): [string, SchemaFile] => [schema.name, schema]))('of %s', (name, { attributes }) => {
    const own = wordsOf(name);
    const names = Object.keys(attributes);

    it.each(kinds)('are its %s, none missing, none for nothing, none that all have in common', (kind) => {
      const words = own[kind];
      expect(names.filter(attribute => !(words[attribute] ?? common[kind][attribute])?.trim())).toEqual([]);
      expect(Object.keys(words).filter(attribute => !names.includes(attribute) || words[attribute] === common[kind][attribute])).toEqual([]);
    });

    it('fit a column, and show by an example what a field of a given form takes', () => {
      expect(Object.values(own.labels).filter(label => label.length > fitsColumn || label.endsWith('.'))).toEqual([]);
      expect(Object.values(own.descriptions).filter(description => !/[.…]$/.test(description))).toEqual([]);
      const formed = names.filter(field => attributes[field]?.regex && field !== 'key');
      const examples = formed.map(field => own.descriptions[field] ?? common.descriptions[field] ?? '');
      expect(examples.filter(description => !/[a-z0-9]/i.test(description))).toEqual([]);
    });
  });

  it('are in common only where several use them, or Strapi gives the field', () => {
    const uses = (kind: (typeof kinds)[number], attribute: string) =>
      allSchemas.filter(({ name, attributes }) => attribute in attributes && !wordsOf(name)[kind][attribute]).length;
    expect(Object.keys(common.labels).filter(attribute => uses('labels', attribute) < 2).sort()).toEqual(given);
    expect(Object.keys(common.descriptions).filter(attribute => uses('descriptions', attribute) < 2)).toEqual([]);
  });
});

it('each block of a page has an icon of its own in the picker', () => {
  // Strapi's own list; the content manager is installed beside Strapi, not for us.
  const strapi = fs.realpathSync(path.join(cmsRoot, 'node_modules', '@strapi', 'strapi'));
  const known = fs.readFileSync(path.join(strapi, '..', 'content-manager', 'dist', 'admin', 'components', 'ComponentIcon.mjs'), 'utf8');
  const blocks = allSchemas.flatMap(({ attributes }) => Object.values(attributes).flatMap(({ components = [] }) => components));
  const icons = [...new Set(blocks)].map(name => JSON.parse(fs.readFileSync(path.join(cmsRoot, 'src', 'components', `${name.replace('.', '/')}.json`), 'utf8')).info.icon);
  expect(icons.filter(icon => !known.includes(`    ${icon}: Icons.`))).toEqual([]);
  expect(new Set(icons).size).toBe(icons.length);
});
