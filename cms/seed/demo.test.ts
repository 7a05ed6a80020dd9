import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readModel } from './model.ts';
import { isRecord, nameOf, readContent, type Fields, type SeedDocument } from './read/content.ts';
import { uncitedNumbers } from './uncited-numbers.ts';

const model = readModel(path.resolve(import.meta.dirname, '..', 'src'));
const locales = ['en', 'ru'];
const documents = [...readContent(import.meta.dirname, model, locales).values()];
const ofType = (plural: string) => documents.filter(({ type }) => type.plural === plural);
const wordsIn = (document: SeedDocument, locale: string): Fields => document.words.get(locale)?.fields ?? {};

/** Every record in what a document says in a language, with the component that it is an entry of. */
function* parts(fields: Fields, attributes = new Map<string, string | undefined>()): Generator<{ component: string | undefined; value: Fields }> {
  for (const [name, value] of Object.entries(fields)) {
    for (const entry of [value].flat().filter(isRecord)) {
      const component = typeof entry['component'] === 'string' ? entry['component'] : attributes.get(name);
      yield { component, value: entry };
      yield* parts(entry, componentsOf(model.components.get(component ?? '')));
    }
  }
}

const componentsOf = (attributes: Record<string, { component?: string }> = {}) => new Map(Object.entries(attributes).map(([name, { component }]) => [name, component]));
const partsOf = (document: SeedDocument, locale: string) => [...parts(wordsIn(document, locale), componentsOf(document.type.attributes))];
const blocksIn = (document: SeedDocument, locale: string) => [wordsIn(document, locale)['body']].flat().filter(isRecord);

describe('the demo content has an example of', () => {
  // Redirects are made by the CMS when an address changes.
  it.each([...model.types.values()].filter(({ plural }) => plural !== 'redirects'))('the type $plural, in each of its languages', ({ plural, localized }) => {
    const found = ofType(plural);
    expect(found).not.toEqual([]);
    if (localized) for (const locale of locales) expect(found.filter(({ words }) => words.has(locale)), locale).not.toEqual([]);
  });

  it.each([...model.components.keys()].flatMap(component => locales.map(locale => ({ component, locale }))))('$component in $locale', ({ component, locale }) => {
    expect(documents.flatMap(document => partsOf(document, locale)).filter(part => part.component === component)).not.toEqual([]);
  });

  it.each(
    [...model.components].flatMap(([component, attributes]) =>
      ['kind', 'grade'].flatMap(name => (attributes[name]?.enum ?? []).map(value => ({ component, name, value }))),
    ),
  )('$component of $name “$value”', ({ component, name, value }) => {
    expect(documents.flatMap(document => partsOf(document, 'en')).some(part => part.component === component && part.value[name] === value)).toBe(true);
  });
});

describe('the gaps of real life', () => {
  it('an article without Russian', () => {
    expect(ofType('articles').filter(({ words }) => !words.has('ru')).map(({ id }) => id)).toEqual(['checking-a-clinic']);
  });

  it('an article whose Russian lacks blocks, and one block that Russian leaves out on purpose', () => {
    const article = ofType('articles').find(({ id }) => id === 'resistant-bacteria');
    if (!article) throw new Error('resistant-bacteria is gone');
    const russian = new Set(blocksIn(article, 'ru').map(({ key }) => key));
    const absent = blocksIn(article, 'en').filter(({ key }) => !russian.has(key));
    expect(absent.filter(({ hiddenIn }) => hiddenIn === 'ru')).toHaveLength(1);
    expect(absent.filter(({ hiddenIn }) => hiddenIn === undefined)).toHaveLength(2);
  });

  it('an article whose English has moved on since', () => {
    const behind = ofType('articles').filter((document) => {
      const [english, russian] = locales.map(locale => String(wordsIn(document, locale)['changedOn'] ?? ''));
      return russian && english && russian < english;
    });
    expect(behind.map(({ id }) => id)).toEqual(['knee-replacement-cost']);
  });

  it('a review that was written in Russian', () => {
    expect(ofType('reviews').filter(({ shared }) => shared.fields['sourceLocale'] === 'ru').length).toBeGreaterThan(0);
  });

  it('and nothing else: all other documents have the same blocks in both languages', () => {
    const known = new Set(['checking-a-clinic', 'resistant-bacteria']);
    for (const document of documents.filter(({ type, id }) => type.localized && !known.has(id))) {
      expect([...document.words.keys()].sort(), nameOf(document)).toEqual(locales);
      const keys = locales.map(locale => blocksIn(document, locale).filter(({ hiddenIn }) => hiddenIn === undefined).map(({ key }) => key));
      expect(keys[1], nameOf(document)).toEqual(keys[0]);
    }
  });
});

describe('every figure', () => {
  const figures = documents.flatMap(document =>
    [...document.words.keys()].flatMap(locale =>
      partsOf(document, locale).filter(({ component }) => component === 'shared.figure').map(({ value }) => ({ name: nameOf(document), locale, value })),
    ),
  );

  it.each(figures)('of $name is described in $locale', ({ locale, value }) => {
    const alt = String(value['alt'] ?? '');
    const letters = alt.match(/\p{L}/gu) ?? [];
    const own = alt.match(locale === 'ru' ? /\p{Script=Cyrillic}/gu : /\p{Script=Latin}/gu) ?? [];
    expect(letters.length, alt).toBeGreaterThan(20);
    expect(own.length / letters.length, alt).toBeGreaterThan(0.9);
    expect(alt).not.toMatch(/[_/]|\.png/);
  });
});

describe('every number in prose', () => {
  it.each(documents.flatMap(document => [...document.words.keys()].map(locale => ({ name: nameOf(document), locale, document }))))(
    'of $name in $locale has a citation or a reason',
    ({ document, locale }) => {
      expect(uncitedNumbers(document, locale, model)).toEqual([]);
    },
  );

  it('is found where it has neither', () => {
    const [article] = ofType('articles');
    if (!article) throw new Error('There are no articles.');
    const body = ['The share is 17%.\n\n- Of 20 people [@one].', 'It was 18% [@one].'].map(text => ({ component: 'block.text', body: text }));
    const fields = { title: 'What 20 people say', summary: 'It was 19%.', body };
    expect(uncitedNumbers({ ...article, id: 'made-up', words: new Map([['en', { file: '', fields }]]) }, 'en', model)).toEqual([
      'articles/made-up: It was 19%.',
      'articles/made-up: The share is 17%.',
    ]);
  });
});
