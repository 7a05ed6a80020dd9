import { describe, expect, test } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { searchKinds, type SearchView } from '../../shared/views/search';
import { queries, type ExpectedHit } from '../search/queries';
import { useDemoSite } from './site';

/** Share of the queries whose hit must stand among the first three. */
const REQUIRED = 0.95;

const site = useDemoSite();

function search(locale: string, query: Record<string, string>): Promise<SearchView> {
  return site.view<SearchView>(`/api/search?${new URLSearchParams({ locale, ...query })}`);
}

/** Whether a hit leads to the place; a place without a fragment is any part of its page. */
function leadsTo(path: string, place: string, locale: string): boolean {
  const address = `/${locale}/${place}`;
  return path === address || (!place.includes('#') && path.split('#')[0] === address);
}

describe.each(localeCodes)('in %s', (locale) => {
  test('readers find what they look for among the first three', async () => {
    const asked: ExpectedHit[] = queries[locale] ?? [];
    expect(asked.length).toBeGreaterThanOrEqual(50);
    const misses: string[] = [];
    for (const { query, expected } of asked) {
      const { items } = await search(locale, { q: query });
      const first = items.slice(0, 3).map(({ path }) => path);
      if (!first.some(path => expected.some(place => leadsTo(path, place, locale)))) {
        misses.push(`${query}: ${expected.join(' | ')} is not among ${first.join(', ') || 'nothing'}`);
      }
    }
    console.info([`${locale}: ${asked.length - misses.length} of ${asked.length} queries`, ...misses].join('\n  missed '));
    expect(1 - misses.length / asked.length).toBeGreaterThanOrEqual(REQUIRED);
  });

  test('without a query it says how much there is of each kind, and shows a kind by title', async () => {
    const start = await search(locale, {});
    expect(start.kinds.map(({ kind }) => kind)).toEqual(searchKinds);
    expect(start.items).toEqual([]);
    for (const { kind, count } of start.kinds) {
      const view = await search(locale, { kind });
      expect(view.total).toBe(count);
      const titles = view.items.map(({ title }) => title.map(({ text }) => text).join(''));
      expect(titles).toEqual(titles.toSorted(new Intl.Collator(locale).compare));
    }
  });

  test('what is found leads to a page', async () => {
    for (const kind of searchKinds) {
      const [hit] = (await search(locale, { kind })).items;
      const [, , section = '', slug] = (hit?.path ?? '').split('#')[0]?.split('/') ?? [];
      expect((await site.get(`/api/${section}${slug === undefined ? '' : `/${slug}`}?locale=${locale}`)).status, hit?.path).toBe(200);
    }
  });
});

/** Everything that is marked in what was found, in small letters. */
async function marked(locale: string, query: string): Promise<string[]> {
  const { items } = await search(locale, { q: query });
  return items.flatMap(({ title, fragment }) => [...title, ...fragment]).flatMap(piece => (piece.marked ? [piece.text.toLowerCase()] : []));
}

test.each([
  ['ru', 'колено', /^колен/], ['ru', 'цена', /^цен(?!тр)/], ['ru', 'глаза', /^глаз(?!го)/], ['ru', 'Вера', /^вер(?!оятн|ну)/],
  ['ru', 'цена в клинике', /^(?:цен(?!тр)|клиник)/], ['en', 'the cost of a knee', /^(?:cost|knee)/],
])('in %s, «%s» marks what has to do with it', async (locale, query, wanted) => {
  const words = await marked(locale, query);
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter(word => !wanted.test(word))).toEqual([]);
});

test.each([['ru', 'боюсь умереть'], ['ru', 'рубли'], ['ru', 'ё'], ['en', 'dying']])('in %s, «%s» finds nothing, as nothing speaks of it', async (locale, query) => {
  expect((await search(locale, { q: query })).items.map(({ path }) => path)).toEqual([]);
});

test('the words that tell most decide what stands first', async () => {
  const [first] = (await search('ru', { q: 'сколько стоит колено' })).items;
  expect(first?.path).toBe('/ru/articles/skolko-stoit-endoprotezirovanie-kolena-za-rubezhom');
});

test('a kind that is chosen changes what is shown, and not how much there is of the others', async () => {
  const all = await search('en', { q: 'cornea' });
  const chosen = await search('en', { q: 'cornea', kind: 'condition' });
  expect(chosen.kinds).toEqual(all.kinds);
  expect(chosen.items.length).toBeLessThan(all.items.length);
  expect(chosen.items.every(({ kind }) => kind === 'condition')).toBe(true);
  expect(chosen.languages.map(({ path }) => path)).toEqual(localeCodes.map(code => `/${code}/search?q=cornea&kind=condition`));
});

test('what is not translated is found in its own language alone', async () => {
  const inEnglish = await search('en', { q: 'checking a clinic', kind: 'article' });
  expect(inEnglish.items[0]?.path).toBe('/en/articles/checking-a-clinic-before-you-travel');
  const inRussian = await search('ru', { q: 'checking a clinic before you travel' });
  expect(inRussian.items.filter(({ path }) => path.includes('checking'))).toEqual([]);
});

test('a query that finds nothing is answered with another spelling, if one is near', async () => {
  expect(await search('en', { q: 'keartopsalty' })).toMatchObject({ items: [], total: 0, suggestion: 'keratoplasty' });
  expect(await search('ru', { q: 'ъъъъъъъъ' })).toMatchObject({ items: [], total: 0, suggestion: null });
});
