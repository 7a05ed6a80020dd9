import { describe, expect, inject, it } from 'vitest';

import { askOnce } from '../e2e/support/ask-once';
import { expectLanguageLinks, expectWholePage } from '../e2e/support/page-checks';
import { pseudoLocales } from './support/pseudo';

const siteUrl = inject('siteUrl');
const { pages, choices, broken } = inject('siteMap');

const ask = askOnce(siteUrl);

it('leads no link within the pseudo-locales to a page that is not there', () => {
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(80);
});

it('answers every filter, order and currency that a page links to', async () => {
  for (const choice of choices) expect((await ask(choice)).status, choice).toBe(200);
});

describe.each(pseudoLocales)('in $code', ({ code, dir }) => {
  it.each(pages.filter(path => path.split('/')[1] === code))('%s is a whole page, and linked to by its other languages', async (path) => {
    await expectWholePage(await ask(path), siteUrl + path, dir);
    await expectLanguageLinks(path, ask);
  });
});
