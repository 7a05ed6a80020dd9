import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';

import { writeFeed, type Feed } from '../../server/found/feed';
import { writeRobots, writeSitemap, writeSitemapIndex } from '../../server/found/sitemap';
import { contentDate } from '../../shared/content-date';
import { publicOrigin } from '../../shared/origin';
import { publicAddress } from '../../shared/public-address';
import type { LanguageLink } from '../../shared/views/page';

const origin = 'https://polyclinic.example';

function read(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(xml);
}

describe('the public address of a page', () => {
  const both: LanguageLink[] = [
    { locale: 'en', path: '/en/articles/one', published: true },
    { locale: 'ru', path: '/ru/articles/odin', published: true },
  ];
  const alternates = [
    { hreflang: 'en', path: '/en/articles/one' },
    { hreflang: 'ru', path: '/ru/articles/odin' },
    { hreflang: 'x-default', path: '/en/articles/one' },
  ];

  test('is itself, with every version, and the same versions from each of them', () => {
    expect(publicAddress(both, 'en')).toEqual({ canonical: '/en/articles/one', indexed: true, alternates });
    expect(publicAddress(both, 'ru')).toEqual({ canonical: '/ru/articles/odin', indexed: true, alternates });
  });

  test('of what is not translated names no version, and is named by none', () => {
    const languages = both.map(language => ({ ...language, published: language.locale === 'en' }));
    expect(publicAddress(languages, 'ru')).toEqual({ canonical: '/ru/articles/odin', indexed: false, alternates: [] });
    expect(publicAddress(languages, 'en').alternates.map(({ hreflang }) => hreflang)).toEqual(['en', 'x-default']);
  });

  test('without a version in the default language falls back on one that there is', () => {
    const languages = both.map(language => ({ ...language, published: language.locale === 'ru' }));
    expect(publicAddress(languages, 'ru').alternates).toEqual([{ hreflang: 'ru', path: '/ru/articles/odin' }, { hreflang: 'x-default', path: '/ru/articles/odin' }]);
  });

  test('of a list in which something was chosen is that of the plain list', () => {
    const languages = both.map(({ locale }) => ({ locale, path: `/${locale}/costs?country=PL`, published: true }));
    expect(publicAddress(languages, 'ru')).toEqual({ canonical: '/ru/costs', indexed: false, alternates: [] });
    expect(publicAddress(languages, 'ru', 2)).toEqual({ canonical: '/ru/costs', indexed: false, alternates: [] });
  });

  test('of a later page of a list is its own', () => {
    const languages = both.map(({ locale }) => ({ locale, path: `/${locale}/articles`, published: true }));
    expect(publicAddress(languages, 'en', 2)).toEqual({ canonical: '/en/articles?page=2', indexed: true, alternates: [] });
  });

  test('is not to be had of a page that does not lead to itself', () => {
    expect(() => publicAddress(both, 'de')).toThrow('de');
  });
});

test('the origin is the operator’s, whatever host was asked', () => {
  expect(publicOrigin('https://polyclinic.example/', 'http://evil.example')).toBe(origin);
  expect(publicOrigin(undefined, 'http://localhost:3000')).toBe('http://localhost:3000');
});

test.each([
  [{ changedOn: '2026-02-01', reviewedOn: '2026-01-01' }, '2026-02-01'],
  [{ changedOn: '2026-02-01', reviewedOn: '2026-03-01' }, '2026-03-01'],
  [{ changedOn: null, reviewedOn: '2026-03-01' }, '2026-03-01'],
  [{ changedOn: null, reviewedOn: null }, null],
])('content that was %o is of %s', (dates, day) => {
  expect(contentDate(dates)).toBe(day);
});

describe('a sitemap', () => {
  const page = { canonical: '/en', indexed: true, alternates: [{ hreflang: 'en', path: '/en' }, { hreflang: 'x-default', path: '/en' }], changedOn: null };

  test('names each page with its languages, and a date where one is known', () => {
    const { urlset } = read(writeSitemap([page, { ...page, canonical: '/en/costs', alternates: [], changedOn: '2026-02-01' }], origin));
    expect(urlset.url).toEqual([
      { 'loc': `${origin}/en`, 'xhtml:link': [
        { '@rel': 'alternate', '@hreflang': 'en', '@href': `${origin}/en` },
        { '@rel': 'alternate', '@hreflang': 'x-default', '@href': `${origin}/en` },
      ] },
      { loc: `${origin}/en/costs`, lastmod: '2026-02-01' },
    ]);
  });

  test('leaves out what is not indexed', () => {
    expect(writeSitemap([{ ...page, indexed: false }], origin)).not.toContain('<url>');
  });

  test('is named by the index, and the index by the file for robots', () => {
    const { sitemapindex } = read(writeSitemapIndex(['/en/sitemap.xml', '/ru/sitemap.xml'], origin));
    expect(sitemapindex.sitemap).toEqual([{ loc: `${origin}/en/sitemap.xml` }, { loc: `${origin}/ru/sitemap.xml` }]);
    expect(writeRobots(`${origin}/sitemap.xml`)).toBe(`User-agent: *\nDisallow: /api/\n\nSitemap: ${origin}/sitemap.xml\n`);
  });
});

describe('a feed', () => {
  const entry = { documentId: 'a1', path: '/en/articles/one', title: 'Risks & benefits of <it>', summary: 'A \u0001summary.', author: null, updated: '2026-01-02' };
  const feed: Feed = {
    title: 'Polyclinic', subtitle: null, language: 'en', path: '/en/feed.xml', pagePath: '/en/articles', publisher: 'Polyclinic',
    entries: [entry, { ...entry, documentId: 'b2', path: '/en/articles/two', author: 'Vera', updated: '2026-03-04T05:06:07.000Z' }],
  };

  test('has the newest first, and is as new as that', () => {
    const { feed: atom } = read(writeFeed(feed, origin));
    expect(atom['@xml:lang']).toBe('en');
    expect(atom.updated).toBe('2026-03-04T05:06:07.000Z');
    expect(atom.entry.map(({ id }: { id: string }) => id)).toEqual(['tag:polyclinic.example,2026:b2:en', 'tag:polyclinic.example,2026:a1:en']);
    expect(atom.entry[0].author).toEqual({ name: 'Vera' });
    expect(atom.entry[1].updated).toBe('2026-01-02T00:00:00.000Z');
  });

  test('carries any words that an editor can type', () => {
    const xml = writeFeed(feed, origin);
    expect(xml).toContain('<title>Risks &amp; benefits of &lt;it&gt;</title>');
    expect(xml).toContain('<summary>A summary.</summary>');
  });

  test('is a feed without entries, too', () => {
    const { feed: atom } = read(writeFeed({ ...feed, entries: [] }, origin));
    expect(atom.updated).toBe('1970-01-01T00:00:00.000Z');
  });
});
