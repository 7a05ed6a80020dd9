import { beforeAll, describe, expect, inject, it } from 'vitest';

import { ask, exchange, textOf, type RawAnswer } from './support/raw-client';

const siteUrl = inject('siteUrl');
const host = `Host: ${new URL(siteUrl).host}`;
const article = inject('siteMap').pages.find(path => path.startsWith('/en/articles/')) ?? '';
const evil = 'evil.example';

const get = (target: string, ...headers: string[]) => ask(siteUrl, target, { headers });

let page: RawAnswer;

beforeAll(async () => {
  page = await get(article);
});

it('serves a page whole, with what it is and how long it holds', () => {
  expect(page.status).toBe(200);
  expect(page.body.toString()).toMatch(/^<!DOCTYPE html><html[^>]* lang="en"[\s\S]*<\/html>$/);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html;charset=utf-8',
    'content-language': 'en',
    'content-length': String(page.body.length),
    'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400',
    'vary': 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'etag': expect.stringMatching(/^"[\w-]+"$/),
    'date': expect.any(String),
  });
  for (const name of ['set-cookie', 'x-powered-by', 'server']) expect(page.headers).not.toHaveProperty(name);
});

describe('encodings', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity;q=0, *;q=0.5', 'br'],
    ['zstd, deflate', undefined],
    ['', undefined],
  ])('are those that are preferred: %s', async (accepted, encoding) => {
    for (const target of [article, '/en/articles/nothing-here', '/en/search?q=knee', '/en/feed.xml', '/sitemap.xml', '/robots.txt', '/en/costs.csv']) {
      const answer = await get(target, `Accept-Encoding: ${accepted}`);
      expect([target, answer.headers['content-encoding'], answer.headers['vary']]).toEqual([target, encoding, 'Accept-Encoding']);
      expect(textOf(answer).length).toBeGreaterThan(20);
    }
    expect(textOf(await get(article, `Accept-Encoding: ${accepted}`))).toBe(page.body.toString());
  });

  it('have a tag each, and are answered for by it alone', async () => {
    const tags = new Map<string, string>();
    for (const encoding of ['br', 'gzip', 'identity']) tags.set(encoding, (await get(article, `Accept-Encoding: ${encoding}`)).headers['etag'] ?? '');
    expect(new Set(tags.values()).size).toBe(3);
    for (const [encoding, own] of tags) {
      for (const tag of tags.values()) {
        const { status } = await get(article, `Accept-Encoding: ${encoding}`, `If-None-Match: ${tag}`);
        expect(status).toBe(tag === own ? 304 : 200);
      }
    }
  });
});

describe('conditions', () => {
  it.each([
    ['the tag', (tag: string) => [`If-None-Match: ${tag}`], 304],
    ['the weak tag', (tag: string) => [`If-None-Match: W/${tag}`], 304],
    ['one tag of several', (tag: string) => [`If-None-Match: "a", ${tag}`], 304],
    ['one tag of several lines', (tag: string) => ['If-None-Match: "a"', `If-None-Match: ${tag}`], 304],
    ['any tag', () => ['If-None-Match: *'], 304],
    ['another tag', () => ['If-None-Match: "a"'], 200],
    ['the tag, and a date that says otherwise', (tag: string) => [`If-None-Match: ${tag}`, 'If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'], 304],
    ['a date', () => [`If-Modified-Since: ${new Date().toUTCString()}`], 200],
    ['a date that is none', () => ['If-Modified-Since: yesterday'], 200],
    ['the tag, by a reload', (tag: string) => [`If-None-Match: ${tag}`, 'Cache-Control: no-cache'], 200],
  ])('are kept to: %s', async (_, headers, status) => {
    const answer = await get(article, ...headers(page.headers['etag'] ?? ''));
    expect(answer.status).toBe(status);
    if (status === 304) expect(answer.headers).toMatchObject({ 'etag': page.headers['etag'], 'vary': 'Accept-Encoding', 'cache-control': page.headers['cache-control'] });
    else expect(answer.body.equals(page.body)).toBe(true);
  });
});

it.each([article, '/en', '/en/search?q=knee', '/en/articles/nothing-here', '/en/', '/', '/icon.svg', '/nothing'])('has the same head for HEAD, and no body: %s', async (target) => {
  const [full, head] = [await get(target), await ask(siteUrl, target, { method: 'HEAD' })];
  expect(head.status).toBe(full.status);
  for (const name of ['content-type', 'cache-control', 'vary', 'etag', 'location', 'content-language']) expect([name, head.headers[name]]).toEqual([name, full.headers[name]]);
  if (head.headers['content-length'] !== undefined) expect(head.headers['content-length']).toBe(full.headers['content-length'] ?? String(full.body.length));
});

it.each(['bytes=0-99', 'bytes=-5', 'bytes=99-5', 'bytes=999999999-', 'bytes=0-1,3-4,0-', 'bytes=x', `bytes=${'0-,'.repeat(1000)}`])('gives a page whole to who asks for a part: %s', async (range) => {
  const answer = await get(article, `Range: ${range}`, 'If-Range: "x"');
  expect([answer.status, answer.body.equals(page.body)]).toEqual([200, true]);
});

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'REPORT'])('%s takes no page', async (method) => {
    for (const target of [article, '/en/search?q=x', '/_nuxt/x.js', '/icon.svg', '/', '/nothing', '/en/preview/x']) {
      const { status, headers } = await ask(siteUrl, target, { method, headers: ['Content-Length: 0'] });
      expect([method, target, status, headers['allow']]).toEqual([method, target, 405, 'GET, HEAD']);
      expect(headers['cache-control'] ?? '').not.toMatch(/max-age|public/);
    }
  });

  it('that nobody knows are refused', async () => {
    expect((await ask(siteUrl, article, { method: 'FETCH-IT' })).status).toBe(400);
  });

  it('by another name in a header are not taken', async () => {
    const answer = await get(article, 'X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: POST');
    expect([answer.status, answer.body.equals(page.body)]).toEqual([200, true]);
  });

  it('that open tunnels open none', async () => {
    await expect(exchange(siteUrl, `CONNECT ${evil}:443 HTTP/1.1\r\n${host}\r\n\r\n`).then(answers => answers.filter(({ status }) => status < 400))).resolves.toEqual([]);
  });

  it('of a body that a page is asked with leave the connection in order', async () => {
    const smuggled = 'GET /en/articles/smuggled HTTP/1.1\r\n\r\n';
    const answers = await exchange(siteUrl, `GET ${article} HTTP/1.1\r\n${host}\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}GET /en HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`, ['GET', 'GET']);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.equals(page.body)).toBe(true);
  });
});

describe('the protocol', () => {
  it('of 1996 is spoken', async () => {
    for (const lines of ['', `${host}\r\n`]) {
      const [answer] = await exchange(siteUrl, `GET ${article} HTTP/1.0\r\n${lines}\r\n`);
      expect([answer?.status, answer?.body.equals(page.body)]).toEqual([200, true]);
      expect(answer?.headers['transfer-encoding']).toBeUndefined();
    }
  });

  it('answers requests that come at once in their order', async () => {
    const targets = ['/en/search?q=knee', article, '/nothing', '/en', article, '/en/articles/', '/icon.svg'];
    const requests = targets.map((target, each) => `${each === 1 ? 'HEAD' : 'GET'} ${target} HTTP/1.1\r\n${host}\r\n${each === targets.length - 1 ? 'Connection: close\r\n' : ''}\r\n`);
    const answers = await exchange(siteUrl, requests.join(''), targets.map((_, each) => (each === 1 ? 'HEAD' : 'GET')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 200, 200, 301, 200]);
    expect(answers[1]?.body.length).toBe(0);
    expect(answers[4]?.body.equals(page.body)).toBe(true);
    expect(answers[6]?.headers['content-type']).toContain('svg');
  });

  it.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['a header without a colon', `GET ${article} HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\n`],
    ['two lengths', `GET ${article} HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length and chunks', `POST ${article} HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['headers without end', `GET ${article} HTTP/1.1\r\n${host}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['a header folded over lines', `GET ${article} HTTP/1.1\r\n${host}\r\nX: a\r\n b\r\n\r\n`],
    ['a space in the target', `GET ${article} x HTTP/1.1\r\n${host}\r\n\r\n`],
    ['an end of line in the target', `GET ${article}\rX HTTP/1.1\r\n${host}\r\n\r\n`],
    ['a NUL in the target', `GET ${article}\0 HTTP/1.1\r\n${host}\r\n\r\n`],
  ])('is refused where it is none: %s', async (_, bytes) => {
    const answers = await exchange(siteUrl, bytes);
    for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
    expect((await get(article)).status).toBe(200);
  });
});

describe('a visitor’s own', () => {
  it('search is kept nowhere, and compressed', async () => {
    for (const target of ['/en/search?q=knee', '/ru/search', '/en/search?q=knee&kind=article&page=2']) {
      const answer = await get(target, 'Accept-Encoding: br');
      expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-encoding': 'br' });
      expect(answer.status).toBe(target.includes('page=') ? 404 : 200);
      expect(textOf(answer)).toContain('</html>');
    }
  });

  it.each(['/en/preview/article-x', '/en/preview/article-aaaaaaaaaaaaaaaaaaaaaaaa-draft-9999999999-0000', '/en/preview', '/api/preview/x'])('preview is kept nowhere: %s', async (target) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, headers } = await get(target, 'Accept-Encoding: br');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers['cache-control']).toMatch(/no-store|no-cache/);
      expect(headers).not.toHaveProperty('etag');
    }
  });

  it('languages choose at one address alone, which is not stored', async () => {
    for (const [languages, location] of [['ru,en;q=0.5', '/ru'], ['en', '/en'], ['xx', '/en'], [`${evil}//`, '/en']]) {
      const { status, headers } = await get('/', `Accept-Language: ${languages}`);
      expect([status, headers['location'], headers['vary'], headers['cache-control']]).toEqual([302, location, 'Accept-Language', 'no-store']);
      expect((await get(article, `Accept-Language: ${languages}`, 'Cookie: a=b', 'Authorization: Bearer x')).body.equals(page.body)).toBe(true);
    }
  });
});

describe('assets', () => {
  let assets: string[];

  beforeAll(() => {
    assets = [...new Set([...page.body.toString().matchAll(/"(\/_nuxt\/[^"]+)"/g)].map(([, target = '']) => target))];
  });

  it('have a year, and come compressed to who takes it', async () => {
    expect(assets.length).toBeGreaterThan(0);
    for (const target of assets) {
      const plain = await get(target);
      expect(plain.headers['cache-control']?.replaceAll(' ', '')).toBe('public,max-age=31536000,immutable');
      expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
      if (!/\.(css|js)$/.test(target) || plain.body.length < 1024) continue;
      for (const [accepted, encoding] of [['gzip, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['br;q=0', undefined], ['*;q=0', undefined]]) {
        const answer = await get(target, `Accept-Encoding: ${accepted}`);
        expect([accepted, answer.headers['content-encoding'], answer.headers['vary']]).toEqual([accepted, encoding, 'Accept-Encoding']);
        expect(textOf(answer)).toBe(plain.body.toString());
      }
    }
  });

  it('answer conditions, HEAD and ranges', async () => {
    const [target = ''] = assets;
    const plain = await get(target);
    expect((await get(target, `If-None-Match: ${plain.headers['etag']}`)).status).toBe(304);
    const head = await ask(siteUrl, target, { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(plain.body.length)]);
    for (const range of ['bytes=0-9', 'bytes=9-5', 'bytes=-5', 'bytes=x', 'bytes=999999999-']) {
      const answer = await get(target, `Range: ${range}`);
      expect([range, answer.status, answer.body.equals(plain.body)]).toEqual([range, 200, true]);
    }
  });

  it.each(['/_nuxt/nothing.js', '/_nuxt/entry.00000000.css', '/_nuxt/builds/latest.json', '/_nuxt/x'])('that are not there are not there for long: %s', async (target) => {
    const answer = await get(target, 'Accept-Encoding: br');
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control'] ?? '').not.toMatch(/max-age=[1-9]|immutable/);
  });
});
