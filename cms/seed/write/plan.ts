import type { Core } from '@strapi/strapi';

import type { Model } from '../model.ts';
import { nameOf, type Fields, type SeedDocument } from '../read/content.ts';
import { mapLinks } from '../read/walk.ts';
import { findTwin, type Holdings } from './cms.ts';
import { digest } from './digest.ts';
import type { Ledger } from './ledger.ts';
import { storedDigest } from './snapshot.ts';

/**
 * - `create`: absent, and never made before
 * - `update`: made by the loader, untouched since, and the seed says something else now
 * - `unchanged`: the seed says what it said
 * - `kept`: changed, deleted or made by somebody else, whose work it stays
 */
export type Action = 'create' | 'update' | 'unchanged' | 'kept';

export interface Version {
  /** The locale; `*` for a type without languages. */
  locale: string;
  /** Facts and words together, relations as ids, pictures as names. */
  fields: Fields;
  input: string;
  action: Action;
}

export interface Plan {
  name: string;
  document: SeedDocument;
  /** The document in the CMS; none as long as it is not made, or when somebody deleted it. */
  documentId: string | undefined;
  versions: Version[];
}

interface Context {
  strapi: Core.Strapi;
  model: Model;
  documents: Map<string, SeedDocument>;
  ledger: Ledger;
  holdings: Holdings;
  /** Digest of a picture's drawing. */
  drawing(name: string): string;
}

/** Decides what to do with each version of a document. Nothing is written. */
export async function planFor(document: SeedDocument, context: Context): Promise<Plan> {
  const { strapi, ledger, holdings } = context;
  const name = nameOf(document);
  const entry = ledger.documents[name];
  const documentId = entry?.documentId ?? (await findTwin(strapi, document));
  const held = documentId === undefined ? undefined : holdings.get(document.type.uid)?.get(documentId);

  const decide = async (locale: string, input: string): Promise<Action> => {
    if (documentId === undefined) return 'create';
    if (!entry || !held) return 'kept';
    const made = entry.versions[locale];
    if (!made) return held.has(locale) ? 'kept' : 'create';
    if (!held.has(locale)) return 'kept';
    if (made.input === input) return 'unchanged';
    const stored = await storedDigest(strapi, context.model, document.type, documentId, localeOf(locale));
    return stored === made.stored ? 'update' : 'kept';
  };

  const versions: Version[] = [];
  for (const [locale, fields] of versionsOf(document, context)) {
    const input = digest(mapLinks(context.model, document.type.attributes, fields, (attribute, value) =>
      attribute.type === 'media' ? context.drawing(String(value)) : value,
    ));
    versions.push({ locale, fields, input, action: await decide(locale, input) });
  }
  return { name, document, documentId: held ? documentId : undefined, versions };
}

/** The locale that Strapi is told; none for a type without languages. */
export function localeOf(locale: string): string | undefined {
  return locale === '*' ? undefined : locale;
}

/** A document's versions, its source language first; a fact points only to what exists in the version's language. */
function versionsOf({ type, shared, words }: SeedDocument, { model, documents }: Context): [string, Fields][] {
  if (!type.localized) return [['*', shared.fields]];
  const source = String(shared.fields['sourceLocale'] ?? '');
  const locales = [...words.keys()].sort((one, other) => Number(other === source) - Number(one === source));
  return locales.map((locale) => {
    const facts = mapLinks(model, type.attributes, shared.fields, (attribute, value) => {
      const target = model.types.get(attribute.target ?? '');
      const exists = (id: unknown) => !target?.localized || documents.get(`${target.plural}/${String(id)}`)?.words.has(locale);
      return Array.isArray(value) ? value.filter(exists) : exists(value) ? value : null;
    });
    return [locale, { ...facts, ...words.get(locale)?.fields }];
  });
}
