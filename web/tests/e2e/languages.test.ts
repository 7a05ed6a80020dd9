import { beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import type { ArticleCard } from '../../shared/views/article';
import type { Paged } from '../../shared/views/page';
import { connectBrowser } from './support/browser';

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
  let plain = '';

  beforeAll(async () => {
    const { items }: Paged<ArticleCard> = await (await fetch(`${siteUrl}/api/articles?locale=en`)).json();
    const russian: Paged<ArticleCard> = await (await fetch(`${siteUrl}/api/articles?locale=ru`)).json();
    const missing = items.find(article => !russian.items.some(({ documentId }) => documentId === article.documentId));
    path = (missing?.path ?? '').replace('/en/', '/ru/');
    page = (await read(path)).replaceAll('\u00A0', ' ');
    plain = page.replaceAll('\u00A0', ' ');
  });

  it('answers under its English slug, with its own words in English and everything around them in Russian', () => {
    expect(page).toContain('<html  lang="ru"');
    expect(plain).toContain('Эта страница пока не переведена на русский язык.');
    for (const element of ['h1', 'p', 'figure', 'div']) expect(page).toMatch(new RegExp(`<${element}[^>]* lang="en"`));
    expect(page).not.toContain('Written by');
    for (const words of ['Автор', 'Проверено', 'Коротко', 'На этой странице', 'Запомнить', 'Источники']) expect(plain.toLowerCase()).toContain(words.toLowerCase());
    expect(page).toMatch(/<a href="#[^"]+" lang="en"/);
  });

  it('mixes no Russian word into what it calls English', async () => {
    const browser = await connectBrowser();
    const tab = await browser.newPage({ javaScriptEnabled: true });
    await tab.goto(siteUrl + path);
    const english = await tab.locator('main [lang="en"]').allInnerTexts();
    await browser.close();
    expect(english.join(' ').length).toBeGreaterThan(1000);
    expect(english.join(' ').match(/[\u0400-\u04FF]+/g)).toBeNull();
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

it('names a filtered page by its canonical address alone, and keeps the filter in the language links', async () => {
  const html = await read('/en/costs?country=PL');
  expect(html).toContain(`<link rel="canonical" href="${siteUrl}/en/costs"`);
  expect(alternates(html)).toEqual({});
  expect(html).toContain('<a href="/ru/costs?country=PL" hreflang="ru"');
});

it('says the language of what is named in another, and in the reader’s that it is invented', async () => {
  const costs = await read('/ru/costs');
  expect(costs).toMatch(/<a href="[^"]+" rel="noopener" lang="tr" dir="ltr"/);
  expect(costs).toContain('вымышлено');
  expect(costs).not.toContain('fictitious)');
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
