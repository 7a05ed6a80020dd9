import { describe, expect, test } from 'vitest';

import { cachedAddress } from '../../../server/page-cache/address';

describe('an address without a query', () => {
  test.each([
    '/en', '/ru', '/en/articles', '/en/treatments', '/ru/clinics', '/en/costs', '/en/reviews', '/en/glossary', '/ru/request',
    '/en/articles/stem-cells-ms', '/ru/treatments/ivf', '/en/clinics/a', '/en/conditions/multiple-sclerosis', '/en/people/a-1', '/en/pages/about',
    '/en/articles/search', '/en/pages/search',
    '/en/treatments/ivf/questions', '/en/feed.xml', '/ru/sitemap.xml', '/en/costs.csv', '/ru/treatments/ivf/feed.xml', '/sitemap.xml', '/robots.txt',
  ])('is kept as files: %s', (path) => {
    expect(cachedAddress(path)).toEqual({ address: path, kept: 'files' });
  });

  test.each(['/en/search', '/en/search?q=knee'])('that holds what somebody looks for is kept nowhere: %s', (path) => {
    expect(cachedAddress(path)).toEqual({ address: path, kept: 'none' });
  });
});

describe('the query of an address', () => {
  test.each([
    ['/en?utm_source=x&fbclid=1', '/en'],
    ['/en/articles/ivf?page=2', '/en/articles/ivf'],
    ['/sitemap.xml?a=b', '/sitemap.xml'],
    ['/en/clinics?', '/en/clinics'],
    ['/en/clinics?&&==&country=', '/en/clinics'],
    ['/en/articles?page=1', '/en/articles'],
    ['/en/articles?page=01', '/en/articles'],
    ['/en/articles?page=-1', '/en/articles'],
    ['/en/articles?page=x', '/en/articles'],
    ['/en/clinics?Country=TR', '/en/clinics'],
    ['/en/clinics?country%5B%5D=TR', '/en/clinics'],
    ['/en/clinics?country[x]=TR', '/en/clinics'],
    ['/en/clinics?__proto__=1&constructor=2', '/en/clinics'],
    [`/en/clinics?country=${'x'.repeat(161)}`, '/en/clinics'],
  ])('says nothing: %s', (url, address) => {
    expect(cachedAddress(url)).toEqual({ address, kept: 'files' });
  });

  test.each([
    ['/en/clinics?treatment=ivf&utm=1&country=TR', '/en/clinics?country=TR&treatment=ivf'],
    ['/en/clinics?page=2&accreditation=jci&treatment=ivf&country=TR', '/en/clinics?country=TR&treatment=ivf&accreditation=jci&page=2'],
    ['/ru/costs?sort=newest&currency=EUR', '/ru/costs?currency=EUR&sort=newest'],
    ['/en/costs.csv?currency=EUR&page=2', '/en/costs.csv?currency=EUR'],
    ['/en/reviews?page=3&verification=verified', '/en/reviews?verification=verified&page=3'],
    ['/en/articles?page=2', '/en/articles?page=2'],
    ['/en/treatments/ivf/questions?x=1&with=ru', '/en/treatments/ivf/questions?with=ru'],
    ['/en/clinics?%63ountry=%54R', '/en/clinics?country=TR'],
    ['/en/clinics?country=TR&country=DE', '/en/clinics?country=TR'],
    ['/en/clinics?country=a+b', '/en/clinics?country=a+b'],
    ['/en/clinics?country=a%20b', '/en/clinics?country=a+b'],
    ['/en/clinics?country=%00%ff%0D%0A', '/en/clinics?country=%00%EF%BF%BD%0D%0A'],
    ['/en/clinics?country=TR?page=2', '/en/clinics?country=TR%3Fpage%3D2'],
  ])('has one order and one spelling: %s', (url, address) => {
    expect(cachedAddress(url)).toEqual({ address, kept: 'memory' });
    expect(cachedAddress(address)).toEqual({ address, kept: 'memory' });
  });
});

test.each([
  '', '*', '/', '//', '//en', '/en/', '/en//', '//en/articles', '/en//articles', '/en/articles/', '/en/articles/ivf/', '/en/articles//ivf', '//evil.example/en',
  'http://evil.example/en', 'en', '/EN', '/En/articles', '/en/Articles', '/en/articles/IVF', '/de', '/xx/articles', '/en-XA', '/__proto__',
  '/en/..', '/en/../ru', '/en/./articles', '/en/articles/..', '/en/articles/../../../etc/passwd', '/en/articles/..%2f..%2fetc', '/en/articles/%2e%2e', '/en\\articles', '/en/articles\\..\\x',
  '/en/articles/a%00b', '/en/articles/a\0', '/en/articles/%C0%AE', '/en/articles/%D0%B0', '/en/%61rticles', '/%65n', '/en/articles/ivf%20', '/en/articles/ivf ', '/en/articles/а',
  '/en/articles/ivf;a=b', '/en/articles/ivf#part', '/en#part', '/en/articles#part', '/en/articles/ivf#a?page=2',
  '/en/articles/-', '/en/articles/a--b', '/en/articles/ivf.html', '/en/articles/ivf/feed.xml', '/en/articles/ivf/questions', '/en/treatments/ivf/other', '/en/treatments//feed.xml', '/en/treatments/ivf/questions/x',
  '/feed.xml', '/costs.csv', '/en/robots.txt', '/favicon.ico', '/icon.svg', '/index.html', '/en/index.html', '/en.html',
  '/en/preview/article-x', '/en/preview/article-x?page=2', '/api/home?locale=en', '/api/search', '/media/0123.png', '/share/x.png', '/_nuxt/entry.js', '/flags/TR.svg', '/health/ready', '/_i18n/en', '/en/nothing', '/en/people', '/en/pages', '/en/conditions',
])('is no page of the cache: %j', (url) => {
  expect(cachedAddress(url)).toBeNull();
});

test('an address that is longer than any of ours is none', () => {
  expect(cachedAddress(`/en/articles/${'a'.repeat(5000)}`)).toBeNull();
  expect(cachedAddress(`/en?${'a'.repeat(5000)}`)).toBeNull();
});
