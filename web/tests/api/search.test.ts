import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { localeCodes } from '../../shared/locales';
import { searchKinds, type SearchView } from '../../shared/views/search';
import { queries, type ExpectedHit } from '../search/queries';
import { startSite, type Site } from './site';

/** Share of the queries whose hit must stand among the first three. */
const REQUIRED = 0.95;

let cms: Cms;
let site: Site;

beforeAll(async () => {
  cms = await startCms();
  process.env.CMS_URL = cms.url;
  site = await startSite();
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

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
});

test('kinds', async () => {
  expect((await search('en', {})).kinds.map(({ kind }) => kind)).toEqual(searchKinds);
});
