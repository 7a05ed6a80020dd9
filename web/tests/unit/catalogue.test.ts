/*
 * Mending a failure:
 * - a key that is missing in a catalogue: add it there, in the place where en.json has it;
 * - a key that nothing uses: delete it from every catalogue;
 * - a hard-coded word: put it into the catalogues and show it by `t('its.key')` of useWords, on the server by `message`.
 * Keys are written out in the code, in single quotes, never put together: so that this test finds them.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';

import { localeCodes, localeOf } from '../../shared/locales';

type Catalogue = { [key: string]: string | Catalogue };
type TemplateNode = NonNullable<NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']>['children'][number];

const web = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(web, file), 'utf8');
const sources = new Map(globSync(['app/**/*.{vue,ts}', 'server/**/*.ts'], { cwd: web }).map(file => [file, read(file)]));
const literals = new Set([...sources.values()].flatMap(source => [...source.matchAll(/'([a-z][\w]*(?:\.\w+)+)'/g)].map(([, literal = '']) => literal)));

function messagesOf(locale: string): Map<string, string> {
  const catalogue: Catalogue = JSON.parse(read(`i18n/locales/${locale}.json`));
  return new Map(flatten(catalogue));
}

function flatten(catalogue: Catalogue, prefix = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`));
}

const english = messagesOf('en');

/** Names of the CMS that look like keys. */
const componentNames = new Set(['evidence.claim']);

function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

describe.each(localeCodes)('the catalogue in %s', (locale) => {
  const messages = messagesOf(locale);

  it('has every message of the English one, and no other', () => {
    expect([...messages.keys()]).toEqual([...english.keys()]);
  });

  it('fills the same places in each message', () => {
    const different = [...messages].filter(([key, message]) => !placeholders(english.get(key) ?? '').every(name => placeholders(message).includes(name)));
    expect(different).toEqual([]);
  });

  it('gives each counted message all plural forms of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.length;
    const counted = [...messages].filter(([key]) => english.get(key)?.includes(' | '));
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.filter(([, message]) => message.split(' | ').length !== forms)).toEqual([]);
  });

  it('is written in the letters of the language', () => {
    const { script } = localeOf(locale);
    const names = /CSV|DOI|ICD-10|PubMed|Polyclinic/g;
    const foreign = [...messages].filter(([, message]) => {
      const words = message.replaceAll(/\{\w+\}/g, '').replaceAll(names, '');
      return [...words.matchAll(/\p{L}/gu)].some(([letter]) => !new RegExp(`\\p{Script=${script}}`, 'u').test(letter));
    });
    expect(foreign).toEqual([]);
  });
});

it('uses every message', () => {
  expect([...english.keys()].filter(key => !literals.has(key))).toEqual([]);
});

it('asks for no message that is missing', () => {
  const groups = new Set([...english.keys()].map(key => key.split('.')[0]));
  const named = [...literals].filter(literal => groups.has(literal.split('.')[0]) && !componentNames.has(literal));
  expect(named.filter(literal => !english.has(literal))).toEqual([]);
});

/** Words that a template shows or reads out without asking the catalogue. */
function hardCoded(node: TemplateNode): string[] {
  if (node.type === 2) return /\p{L}/u.test(node.content) ? [node.content.trim()] : [];
  if (node.type !== 1) return [];
  const spoken = node.props.flatMap(prop =>
    prop.type === 6 && ['alt', 'title', 'aria-label', 'placeholder'].includes(prop.name) && /\p{L}/u.test(prop.value?.content ?? '') ? [prop.value?.content ?? ''] : []);
  return [...spoken, ...node.children.flatMap(hardCoded)];
}

it('leaves no word of a template out of the catalogues', () => {
  const words = [...sources].filter(([file]) => file.endsWith('.vue')).flatMap(([file, source]) => {
    const { descriptor } = parse(source);
    return (descriptor.template?.ast?.children ?? []).flatMap(hardCoded).map(word => `${file}: ${word}`);
  });
  expect(words).toEqual([]);
});
