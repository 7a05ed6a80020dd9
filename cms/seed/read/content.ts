import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseDocument } from 'yaml';

import type { ContentType, Model } from '../model.ts';
import { SeedError } from '../seed-error.ts';

export type Fields = Record<string, unknown>;

/** What one file says about one document. */
export interface Part {
  file: string;
  fields: Fields;
}

export interface SeedDocument {
  type: ContentType;
  id: string;
  /** Facts, the same in every language; all there is of a type without languages. */
  shared: Part;
  /** Words by locale. */
  words: Map<string, Part>;
}

/** Name of a document in messages, in the ledger and in references. */
export function nameOf(document: { type: ContentType; id: string }): string {
  return `${document.type.plural}/${document.id}`;
}

/**
 * Reads the first content: `shared/<plural>.yaml`, `<locale>/<plural>.yaml` and `<locale>/<plural>/<id>.yaml`.
 *
 * @returns the documents by name, not yet checked
 * @throws SeedError that lists unreadable files, unknown types and locales, and documents said twice
 */
export function readContent(folder: string, model: Model, locales: string[]): Map<string, SeedDocument> {
  const types = new Map([...model.types.values()].map(type => [type.plural, type]));
  const documents = new Map<string, SeedDocument>();
  const problems: string[] = [];

  const add = (type: ContentType, room: string, id: string, part: Part) => {
    const name = `${type.plural}/${id}`;
    const document = documents.get(name) ?? { type, id, shared: { file: `shared/${type.plural}.yaml`, fields: {} }, words: new Map() };
    if (room === 'shared') {
      document.shared = part;
    } else if (!type.localized) {
      problems.push(`${part.file}: "${id}": ${type.plural} have no languages; move it to shared/${type.plural}.yaml.`);
    } else if (document.words.has(room)) {
      problems.push(`${part.file}: "${id}" is also in ${document.words.get(room)?.file}; keep one of them.`);
    } else {
      document.words.set(room, part);
    }
    documents.set(name, document);
  };

  for (const room of foldersWithContent(folder)) {
    if (room !== 'shared' && !locales.includes(room)) {
      problems.push(`${room}/: no such locale; add "${room}" to locales.json or rename the folder.`);
      continue;
    }
    for (const file of yamlFiles(folder, room)) {
      const [, plural = '', id] = file.replace(/\.yaml$/, '').split('/');
      const type = types.get(plural);
      if (!type) {
        problems.push(`${file}: no type is called "${plural}"; the names are ${[...types.keys()].sort().join(', ')}.`);
        continue;
      }
      const entries = id ? { [id]: parseFile(folder, file, problems) } : (parseFile(folder, file, problems) ?? {});
      for (const [key, fields] of Object.entries(entries)) {
        if (isRecord(fields)) add(type, room, key, { file, fields });
        else problems.push(`${file}: "${key}" must be a map of fields.`);
      }
    }
  }

  for (const document of documents.values()) {
    if (document.type.localized && document.words.size === 0) {
      problems.push(`${document.shared.file}: "${document.id}" has no words in any locale; add en/${document.type.plural}.yaml.`);
    }
  }
  if (problems.length > 0) throw new SeedError(problems);
  return documents;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function foldersWithContent(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && yamlFiles(folder, entry.name).length > 0)
    .map(entry => entry.name);
}

function yamlFiles(folder: string, room: string): string[] {
  return readdirSync(path.join(folder, room), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => [room, ...file.split(path.sep)].join('/'))
    .sort();
}

function parseFile(folder: string, file: string, problems: string[]): Fields | null {
  const document = parseDocument(readFileSync(path.join(folder, file), 'utf8'), { prettyErrors: true });
  for (const error of document.errors) problems.push(`${file}: ${error.message}`);
  if (document.errors.length > 0) return null;
  // A field without a value counts as left out.
  const content: unknown = document.toJS({ reviver: (_key, value) => (value === null ? undefined : value) });
  if (content === undefined) return null;
  if (isRecord(content)) return content;
  problems.push(`${file}: must be a map.`);
  return null;
}
