import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { askOnce } from './support/ask-once';
import { graphIn } from './support/structured-data';

const siteUrl = inject('siteUrl');
const { pages, choices } = inject('siteMap');

const ask = askOnce(siteUrl);

function attributes(tag: string): Record<string, string> {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

function linksOf(html: string): Record<string, string>[] {
  return [...html.matchAll(/<link [^>]*>/g)].map(([tag]) => attributes(tag));
}

const canonicals = (html: string) => linksOf(html).filter(({ rel }) => rel === 'canonical').map(({ href }) => href);

/** `ru https://…`, sorted: a set of alternates, to compare. */
const alternates = (html: string) => linksOf(html).filter(({ hreflang }) => hreflang !== undefined).map(({ hreflang, href }) => `${hreflang} ${href}`).sort();

const feedsOf = (html: string) => linksOf(html).filter(({ type }) => type === 'application/atom+xml').map(({ href = '' }) => href);

const isIndexed = (html: string) => !html.includes('<meta name="robots" content="noindex">');

const ofLocale = (locale: string) => pages.filter(path => path.split('/')[1] === locale);

const text = (pattern: RegExp, html: string) => pattern.exec(html)?.[1] ?? '';

async function readXml(path: string) {
  const { status, text: xml } = await ask(path);
  expect(status, path).toBe(200);
  expect(XMLValidator.validate(xml), path).toBe(true);
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: name => ['url', 'entry', 'sitemap', 'link', 'xhtml:link'].includes(name) }).parse(xml);
}

describe('each page', () => {
  it.each(pages)('%s names itself, and each version names the same versions', async (path) => {
    const { text: html, headers } = await ask(path);
    expect(canonicals(html)).toEqual([siteUrl + path]);
    expect(headers.get('content-language')).toBe(path.split('/')[1]);

    const named = alternates(html);
    if (!isIndexed(html)) return expect(named).toEqual([]);
    expect(named).toContain(`${path.split('/')[1]} ${siteUrl}${path}`);
    expect(named.filter(alternate => alternate.startsWith('x-default '))).toHaveLength(1);
    for (const alternate of named) {
      const [, href = ''] = alternate.split(' ');
      const other = await ask(href.slice(siteUrl.length));
      expect(other.status, href).toBe(200);
      expect(alternates(other.text), href).toEqual(named);
    }
  });

  it.each(localeCodes)('has a title and a description of its own in %s', async (locale) => {
    const heads = await Promise.all(ofLocale(locale).map(async path => ({ path, html: (await ask(path)).text })));
    for (const [what, pattern] of [['title', /<title>([^<]+)<\/title>/], ['description', /<meta name="description" content="([^"]+)"/]] as const) {
      const byWords = Map.groupBy(heads, ({ html }) => text(pattern, html));
      expect([...byWords].filter(([words, same]) => words === '' || same.length > 1).map(([words, same]) => `${what} "${words}": ${same.map(({ path }) => path)}`)).toEqual([]);
    }
  });
});

it('keeps every choice on a list out of search, under the address of the plain list', async () => {
  expect(choices.length).toBeGreaterThan(0);
  for (const choice of choices) {
    const { text: html } = await ask(choice);
    expect(canonicals(html), choice).toEqual([siteUrl + choice.replace(/\?.*/, '')]);
    expect(isIndexed(html), choice).toBe(false);
    expect(alternates(html), choice).toEqual([]);
  }
});

it('does not count what the site does not understand as a choice', async () => {
  const { text: html } = await ask('/en/articles?from=newsletter');
  expect(canonicals(html)).toEqual([`${siteUrl}/en/articles`]);
  expect(isIndexed(html)).toBe(true);
});

describe('the sitemaps', () => {
  it('are named by robots.txt, one for each language', async () => {
    const { text: robots, headers } = await ask('/robots.txt');
    expect(headers.get('content-type')).toMatch('text/plain');
    expect(robots).toContain(`Sitemap: ${siteUrl}/sitemap.xml\n`);
    const { sitemapindex } = await readXml('/sitemap.xml');
    expect(sitemapindex.sitemap).toEqual(localeCodes.map(locale => ({ loc: `${siteUrl}/${locale}/sitemap.xml` })));
  });

  it.each(localeCodes)('list in %s exactly the pages that may be indexed, with the versions that the pages name', async (locale) => {
    const { urlset } = await readXml(`/${locale}/sitemap.xml`);
    const listed = new Map<string, Record<string, unknown>>(urlset.url.map((url: { loc: string }) => [url.loc.slice(siteUrl.length), url]));
    const indexed: string[] = [];
    for (const path of ofLocale(locale)) if (isIndexed((await ask(path)).text)) indexed.push(path);
    expect([...listed.keys()].sort()).toEqual(indexed.sort());
    for (const [path, url] of listed) {
      const links = url['xhtml:link'] as Record<string, string>[];
      expect(links.map(link => `${link['@hreflang']} ${link['@href']}`).sort(), path).toEqual(alternates((await ask(path)).text));
    }
    const dates = [...listed].flatMap(([path, { lastmod }]) => (lastmod === undefined ? [] : [{ path, lastmod }]));
    expect(dates.length).toBeGreaterThan(0);
    for (const { path, lastmod } of dates) {
      const { Article } = graphIn((await ask(path)).text);
      expect(Article?.dateModified, path).toBe(lastmod);
    }
  });

  it('are there in no other language', async () => {
    expect((await ask('/xx/sitemap.xml')).status).toBe(404);
    expect((await ask('/xx/feed.xml')).status).toBe(404);
  });
});

describe.each(localeCodes)('feeds in %s', (locale) => {
  it('are named by the pages, and lead to articles that are there', async () => {
    const named = new Set<string>();
    for (const path of ofLocale(locale)) for (const feed of feedsOf((await ask(path)).text)) named.add(feed);
    expect(named).toContain(`/${locale}/feed.xml`);
    expect(named.size).toBeGreaterThan(3);

    const articles = ofLocale(locale).filter(path => path.startsWith(`/${locale}/articles/`));
    const published: string[] = [];
    for (const path of articles) if (isIndexed((await ask(path)).text)) published.push(siteUrl + path);

    for (const path of named) {
      const { headers } = await ask(path);
      expect(headers.get('content-type'), path).toMatch('application/atom+xml');
      expect(headers.get('content-language'), path).toBe(locale);
      const { feed } = await readXml(path);
      expect(feed).toMatchObject({ '@xmlns': 'http://www.w3.org/2005/Atom', '@xml:lang': locale, 'id': siteUrl + path, 'title': expect.any(String), 'author': { name: expect.any(String) } });
      expect(Date.parse(feed.updated), path).not.toBeNaN();
      expect(feed.link.find((link: Record<string, string>) => link['@rel'] === 'self')['@href']).toBe(siteUrl + path);
      const page = feed.link.find((link: Record<string, string>) => link['@rel'] === 'alternate')['@href'];
      expect((await ask(page.slice(siteUrl.length))).status, page).toBe(200);

      const entries: { id: string; title: string; summary: string; updated: string; link: Record<string, string>[] }[] = feed.entry ?? [];
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      for (const entry of entries) {
        expect(entry.title && entry.summary, path).toBeTruthy();
        expect(Date.parse(entry.updated), path).not.toBeNaN();
        expect(published, path).toContain(entry.link[0]?.['@href']);
      }
      if (path === `/${locale}/feed.xml`) expect(entries.map(({ link }) => link[0]?.['@href']).sort()).toEqual(published.sort());
    }
  });

  it('are not there for what is not', async () => {
    expect((await ask(`/${locale}/treatments/no-such-treatment/feed.xml`)).status).toBe(404);
  });
});

it('gives its icon to who asks for one without having read a page', async () => {
  const { status, headers } = await ask('/favicon.ico');
  expect([status, headers.get('location')]).toEqual([301, '/icon.svg']);
  expect((await ask('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
});

it('sends a second spelling of an address to the page in one step', async () => {
  for (const [spelling, address] of [['/en/articles/', '/en/articles'], ['/RU/Costs//?country=PL', '/ru/costs?country=PL'], [`${pages.find(path => path.includes('/clinics/'))}/`, pages.find(path => path.includes('/clinics/'))]]) {
    const { status, headers } = await ask(spelling ?? '');
    expect(status, spelling).toBe(301);
    expect(headers.get('location'), spelling).toBe(address);
  }
});
