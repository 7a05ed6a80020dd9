import { beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import type { ArticleCard } from '../../shared/views/article';
import type { Paged } from '../../shared/views/page';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');

const read = memoize(async path => (await fetch(siteUrl + path)).text());

/** Asks for each page once: there are many pairs of them. */
function memoize(load: (path: string) => Promise<string>): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (path) => {
    const answer = known.get(path) ?? load(path);
    known.set(path, answer);
    return answer;
  };
}

function alternates(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, locale = '', href = '']) => [locale, href]));
}

describe('an article that has no Russian yet', () => {
  let path = '';
  let page = '';

  beforeAll(async () => {
    const { items }: Paged<ArticleCard> = await (await fetch(`${siteUrl}/api/articles?locale=en`)).json();
    const russian: Paged<ArticleCard> = await (await fetch(`${siteUrl}/api/articles?locale=ru`)).json();
    const missing = items.find(article => !russian.items.some(({ documentId }) => documentId === article.documentId));
    path = (missing?.path ?? '').replace('/en/', '/ru/');
    page = await read(path);
  });

  it('answers under its English slug, with a notice in Russian and its own words in English', () => {
    expect(page).toContain('<html  lang="ru"');
    expect(page).toContain('Эта страница пока не переведена на русский язык.');
    expect(page).toMatch(/<div lang="en" dir="ltr"[^>]*>(?:(?!<\/main>).)*<h1/s);
    expect(page).toContain('Written by');
    expect(page).toContain('Перейти к тексту');
  });

  it('mixes no Russian word into the English part', () => {
    const english = /<div lang="en"[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
    const words = english.replaceAll(/<[^>]+>/g, ' ');
    expect(words.length).toBeGreaterThan(1000);
    expect(words.match(/[\u0400-\u04FF]+/g)).toBeNull();
  });

  it('is kept out of search engines and lists', async () => {
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(alternates(page)).toEqual({});
    expect(await read('/ru/articles')).not.toContain(path);
    expect(Object.keys(alternates(await read(path.replace('/ru/', '/en/'))))).toEqual(['en', 'x-default']);
  });
});

it('names the other versions of a page to search engines, both ways', async () => {
  for (const path of pages) {
    const html = await read(path);
    if (html.includes('content="noindex"')) continue;
    const named = alternates(html);
    expect(named[path.split('/')[1] ?? ''], path).toBe(siteUrl + path);
    for (const [locale, href] of Object.entries(named)) {
      if (locale !== 'x-default') expect(Object.values(alternates(await read(href.slice(siteUrl.length)))), href).toContain(siteUrl + path);
    }
  }
});

it('shows numbers, sums and dates as Russian readers write them', async () => {
  const costs = await read('/ru/costs?currency=EUR');
  expect(costs).toMatch(/\d{2}\u00A0\d{3}–\d{2}\u00A0\d{3}\u00A0€/);
  const articles = await read('/ru/articles');
  expect(articles).toMatch(/\d+\u00A0(минута|минуты|минут) чтения/);
  expect(articles).toMatch(/\d{1,2}\u00A0[а-я]+\u00A0\d{4}\u00A0г\./);
});

describe.each(localeCodes)('in %s', (locale) => {
  it('says that a page is not there, with ways on', async () => {
    const answer = await fetch(`${siteUrl}/${locale}/articles/no-such-article`, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain(`<html  lang="${locale}"`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`href="/${locale}/articles"`);
    expect(html).not.toContain('<script');
  });

  it('answers an address in no section with a page, too', async () => {
    const answer = await fetch(`${siteUrl}/${locale}/nothing/here/at-all`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`<html  lang="${locale}"`);
  });
});

it('sends the visitor by language from the front door only', async () => {
  const front = await fetch(siteUrl, { redirect: 'manual', headers: { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.5' } });
  expect(front.status).toBe(302);
  expect(front.headers.get('location')).toBe('/ru');
  const page = await fetch(`${siteUrl}/en`, { redirect: 'manual', headers: { 'accept-language': 'ru' } });
  expect(page.status).toBe(200);
});
