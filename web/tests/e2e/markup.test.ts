import { globSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { expectLanguageLinks, expectWholePage, pagesOf } from './support/page-checks';

const siteUrl = inject('siteUrl');
const { pages, choices, broken } = inject('siteMap');

const ask = pagesOf(siteUrl);

it('leads no link within the site to a page that is not there', () => {
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
});

/** What the site has pages for, as its files say: `articles/[slug]`. */
const kinds = globSync('**/*.vue', { cwd: resolve(import.meta.dirname, '../../app/pages') }).map(file => file.replace(/(\/?index)?\.vue$/, ''));

it.each(localeCodes.flatMap(locale => kinds.map(kind => ({ locale, kind }))))('has an example of “$kind” in $locale, and a link that leads there', ({ locale, kind }) => {
  const pattern = new RegExp(`^/${locale}${kind && `/${kind.replaceAll('[slug]', '[^/]+')}`}$`);
  expect(pages.some(path => pattern.test(path))).toBe(true);
});

it('answers every filter, order and currency that a page links to', async () => {
  for (const choice of choices) {
    expect((await fetch(siteUrl + choice)).status, choice).toBe(200);
  }
});

describe.each(pages)('%s', (path) => {
  it('is a whole page that a browser, a search engine and a screen reader can read', async () => {
    await expectWholePage(await ask(path), siteUrl + path);
  });

  it('links to itself in every language, and to nothing that is missing', () => expectLanguageLinks(path, ask));
});
