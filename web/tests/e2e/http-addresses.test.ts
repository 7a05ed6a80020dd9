import { beforeAll, describe, expect, inject, it } from 'vitest';

import { ask, exchange, textOf, type RawAnswer } from './support/raw-client';

const siteUrl = inject('siteUrl');
const host = `Host: ${new URL(siteUrl).host}`;
const article = inject('siteMap').pages.find(path => path.startsWith('/en/articles/')) ?? '';
const evil = 'evil.example';

const get = (target: string, ...headers: string[]) => ask(siteUrl, target, { headers });

/** What a page says everywhere, and nobody else's name. */
function expectNothingOf(name: string, answer: RawAnswer): void {
  expect(JSON.stringify(answer.headers)).not.toContain(name);
  expect(textOf(answer)).not.toContain(name);
}

/** A redirect leads to a path of this site; browsers take two slashes, or one and a backslash, for another one. */
function expectWithinSite({ status, headers: { location } }: RawAnswer): void {
  if (location === undefined) return expect(status >= 300 && status < 400).toBe(false);
  expect(location).toMatch(/^\/(?![/\\])/);
  expect(new URL(location, siteUrl).origin).toBe(siteUrl);
}

let page: RawAnswer;

beforeAll(async () => {
  page = await get(article);
});

describe('addresses', () => {
  it.each([
    ['a long path', `/en/articles/${'a'.repeat(3000)}`],
    ['a longer path', `/en/articles/${'a'.repeat(10_000)}`],
    ['a path of many parts', `/en${'/a'.repeat(1500)}`],
    ['a long query', `/en/articles?${'a'.repeat(10_000)}`],
    ['more than headers have room for', `/${'a'.repeat(40_000)}`],
    ['a long name of an asset', `/_nuxt/${'a'.repeat(10_000)}.js`],
  ])('without end are refused: %s', async (_, target) => {
    const { status, headers } = await get(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers['cache-control'] ?? 'no-store').not.toMatch(/max-age=[1-9]|public/);
    expect((await get(article)).status).toBe(200);
  });

  it.each([
    `${article}%00`, '/en/articles/%00', '/en%00', '/%00', '/en/articles/%2e%2e', '/en/%2e%2e/%2e%2e/etc/passwd', '/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/en/articles/..%2f..%2f..%2fetc%2fpasswd',
    '/en/articles/%c0%ae%c0%ae', '/%c0%af', '/en/%e0%80%af', '/en/articles/%ff', '/en/articles/%', '/en/articles/%zz', '/en/articles/%5C', '/%5c%5cevil.example', '/%5Cevil.example/x', '/en/articles/%0d%0aX-A:%20b', '/%0d%0aLocation:%20//evil.example',
    '/en/articles/%25%32%65', '/en/articles/a%2fb', '/en/articles/%3Fa', '/en/articles/%23a', '/en/articles/%E2%80%AE', '/en/articles/\u00e9\u00ff',
    '/en/../../../etc/passwd', '/../../etc/passwd', '/en/articles/../../../../../../etc/passwd', '/en/./././nothing', '/..', '/en/..', '/en/articles/..', '/en\\..\\..\\etc\\passwd',
    '/_nuxt/../server/index.mjs', '/_nuxt/..%2fserver%2findex.mjs', '/_nuxt/%2e%2e/%2e%2e/place.json', '/_nuxt//etc/passwd', '/_nuxt/', '/_nuxt', '/_nuxt/%', '/_nuxt/%00', '/flags/../../server/index.mjs', '/flags/..%2f..%2fserver%2findex.mjs',
    '/media/../x', '/media/..%2f..%2fplace.json', '/share/..%2f..%2fx', '/about/en.json', '/pages/en/index.html', '/en/index.html', '/place.json', '/.env', '/.git/config',
    '/__nuxt_error', '/__nuxt_error?statusCode=200&message=x', '/_payload.json', '/en/_payload.json', '/api/', '/api/nothing',
  ])('that are odd have no page, and lead nowhere else: %s', async (target) => {
    for (const each of [target, `${target}?x=1`]) {
      const answer = await get(each);
      expectWithinSite(answer);
      expect(answer.status >= 300 && answer.status < 500 ? '' : `${each} answers ${answer.status}`).toBe('');
      expect(answer.headers['cache-control'] ?? '').not.toMatch(/max-age=[1-9]|immutable/);
      for (const leak of ['root:x:', 'CMS_READ_TOKEN', '"sequence"', 'node_modules', '    at ']) expect(textOf(answer)).not.toContain(leak);
      // Where it leads is a page or is not there, but is no way out either.
      if (answer.headers['location'] !== undefined) expectWithinSite(await get(answer.headers['location']));
    }
  });

  it.each([
    ['//', '/'], ['//en', '/en'], ['/en//articles', '/en/articles'], [`/${article}`, article], [`${article}/`, article], [`${article}//`, article], ['/en/', '/en'], ['/EN/Articles', '/en/articles'],
    [`//${evil}`, `/${evil}`], [`//${evil}/en`, `/${evil}/en`], [`///${evil}//en`, `/${evil}/en`], [`/\\${evil}`, `/${evil}`], [`\\\\${evil}`, null], [`/\\/${evil}/..`, `/${evil}/..`], [`//${evil}/%2e%2e`, `/${evil}/%2e%2e`],
    [`//user:pass@${evil}/`, `/user:pass@${evil}`], [`//en@${evil}//`, `/en@${evil}`], [`/en//${evil}`, `/en/${evil}`], ['//en?next=//evil.example', '/en?next=//evil.example'],
  ])('with slashes too many lead to the one of their page, on this site: %s', async (target, location) => {
    const answer = await get(target);
    expectWithinSite(answer);
    if (location !== null) expect([answer.status, answer.headers['location']]).toEqual([301, location]);
    else expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('that end in what browsers keep to themselves are no page of their own', async () => {
    for (const fragment of ['#a', '#b', '#a?page=2', '#/../x']) {
      const answer = await get(article + fragment);
      expect(answer.status).toBe(400);
    }
  });

  it('with parameters that say nothing have the same page, be they ever so many', async () => {
    const tag = page.headers['etag'];
    for (const query of ['?', '?utm_source=x', '?a=1&a=2', `?${'x=1&'.repeat(500)}`, '?page=2', '?%', '?%00=%00', '?__proto__[x]=1', '?locale=ru', `?host=${evil}`, '?preview=1', '?_=//', '??', '?status=draft']) {
      const answer = await get(article + query);
      expect([query, answer.status, answer.headers['etag']]).toEqual([query, 200, tag]);
    }
  });
});

describe('another host', () => {
  const names = [`Host: ${evil}`];

  it.each([
    ['in Host', names],
    ['in Host, with a port', [`Host: ${evil}:1234`]],
    ['in X-Forwarded-Host', [host, `X-Forwarded-Host: ${evil}`]],
    ['in Forwarded', [host, `Forwarded: host=${evil};proto=https`]],
    ['in other headers', [host, `X-Host: ${evil}`, `X-Original-Host: ${evil}`, `X-Forwarded-Server: ${evil}`, `Origin: https://${evil}`, `Referer: https://${evil}/`]],
    ['in headers that name another address', [host, `X-Original-URL: //${evil}/`, `X-Rewrite-URL: /en/${evil}`, 'X-Forwarded-Proto: javascript', 'X-Forwarded-Port: 1', `X-Forwarded-Prefix: /${evil}`]],
    ['in a second Host', [host, `Host: ${evil}`]],
    ['in a first Host', [`Host: ${evil}`, host]],
  ])('is in no page and no header: %s', async (_, headers) => {
    const targets = [article, '/en', '/', '/en/', '//en', '/en/search?q=x', '/sitemap.xml', '/en/sitemap.xml', '/robots.txt', '/en/feed.xml', '/nothing', '/en/nothing', '/en/articles/not-there', `/en/articles?page=${Math.trunc(Math.random() * 1e6) + 2}`, `/en/clinics?country=${Math.random()}`, '/en/preview/x', '/api/home?locale=en', '/_nuxt/nothing.js', '/icon.svg'];
    for (const target of targets) {
      const answer = await get(target, ...headers);
      expectNothingOf(evil, answer);
      expect(textOf(answer)).not.toContain('javascript:');
      expectWithinSite(answer);
      expect(answer.status).toBeLessThan(500);
    }
    const after = await get(article);
    expect([after.status, after.body.equals(page.body)]).toEqual([200, true]);
  });

  it.each([`http://${evil}/en`, `http://${evil}${article}`, `http://${evil}/`, `http://${evil}`, `https://${evil}/en/`, `HTTP://${evil}//en`, `http://${evil}:80/en?x=1`, `http://x@${evil}/en`, 'http:///en', 'http:/en', `ftp://${evil}/en`, `//${evil}/en`, 'en', '*', '?', '#'])('as a whole address in the first line is no way out: %s', async (target) => {
    for (const headers of [[], [`Host: ${evil}`]]) {
      const answer = await get(target, ...headers);
      expectWithinSite(answer);
      expect(answer.status).toBeLessThan(500);
      if (answer.status < 300 || answer.status >= 400) expectNothingOf(evil, answer);
    }
    expect((await get('/en')).status).toBe(200);
  });

  it.each([
    ['none', ['X-Nothing: 1'], 400],
    ['an empty one', ['Host:'], 200],
    ['one that cannot be', ['Host: a b'], 400],
    ['one with a path', [`Host: ${evil}/x`], 400],
    ['one with a mark', ['Host: <script>'], 400],
    ['two', [host, `Host: ${evil}`], 400],
    ['one that cannot be, forwarded', [host, 'X-Forwarded-Host: a b'], 400],
  ])('is not made of %s', async (_, headers, status) => {
    const [answer] = await exchange(siteUrl, `GET ${article} HTTP/1.1\r\nConnection: close\r\n${headers.join('\r\n')}\r\n\r\n`);
    expect(answer?.status).toBe(status);
    if (answer !== undefined) expectNothingOf(evil, answer);
  });
});
