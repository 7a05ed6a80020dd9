import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { startSite, type Site } from './site';

let site: Site;
let upstream: Server | undefined;
const media = mkdtempSync(join(tmpdir(), 'polyclinic-media-'));

beforeAll(async () => {
  process.env.MEDIA_CACHE_DIR = media;
  process.env.CMS_READ_TOKEN = 'a-token-that-nobody-asks-for';
  site = await startSite();
});

afterEach(() => {
  upstream?.closeAllConnections();
  upstream?.close();
});

afterAll(async () => {
  await site.stop();
  rmSync(media, { recursive: true, force: true });
});

/** Something that stands where the CMS should be. */
async function behind(listener: RequestListener): Promise<void> {
  upstream = createServer(listener);
  const server = upstream;
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  process.env.CMS_URL = `http://127.0.0.1:${port}`;
}

describe('without the CMS', () => {
  test('every route that needs it answers 503, and none an empty page', async () => {
    process.env.CMS_URL = 'http://127.0.0.1:9';
    for (const path of ['site', 'home', 'articles', 'articles/one', 'treatments', 'treatments/one', 'clinics', 'clinics/one', 'costs', 'reviews', 'glossary', 'people/one', 'conditions/one', 'pages/one']) {
      expect([path, (await site.get(`/api/${path}?locale=en`)).status]).toEqual([path, 503]);
    }
  });

  test.each<[string, RequestListener]>([
    ['fails', (_, response) => response.writeHead(500).end()],
    ['answers something else', (_, response) => response.end('<html>')],
    ['breaks off', (_, response) => response.writeHead(200, { 'content-length': '1000' }).write('{"data":[', () => response.destroy())],
    ['hangs', () => {}],
  ])('that %s the visitor is told so', async (_, listener) => {
    await behind(listener);
    expect((await site.get('/api/articles?locale=en')).status).toBe(503);
  });

  test('a refused token is a fault of ours', async () => {
    await behind((_, response) => response.writeHead(401).end('{}'));
    expect((await site.get('/api/articles?locale=en')).status).toBe(500);
  });
});

test('readers who ask for the same at once wait for one answer of the CMS', async () => {
  const asked: string[] = [];
  await behind((request, response) => {
    asked.push(request.url ?? '');
    setTimeout(() => response.writeHead(500).end(), 200);
  });
  await Promise.all([1, 2, 3, 4].map(() => site.get('/api/articles/one?locale=en')));
  expect(asked).toHaveLength(1);
});

describe('a picture', () => {
  const webp: RequestListener = (_, response) => response.writeHead(200, { 'content-type': 'image/webp' }).end('picture');

  test('is fetched once and then served without the CMS, for good', async () => {
    let asked = 0;
    await behind((request, response) => {
      asked += 1;
      webp(request, response);
    });
    const answers = await Promise.all([1, 2, 3].map(() => site.get('/media/0a1b2c.webp')));
    process.env.CMS_URL = 'http://127.0.0.1:9';
    answers.push(await site.get('/media/0a1b2c.webp'));
    for (const answer of answers) {
      expect(await answer.text()).toBe('picture');
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp', 'content-length': '7', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
      });
    }
    expect(asked).toBe(1);
    expect(readdirSync(media)).toEqual(['0a1b2c.webp']);
  });

  test('can be asked for its headers alone, and not for more', async () => {
    const head = await site.get('/media/0a1b2c.webp', {}, 'HEAD');
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'image/webp', '']);
    expect((await site.get('/media/0a1b2c.webp', {}, 'DELETE')).status).toBe(405);
  });

  test('that is not in the store needs the CMS', async () => {
    process.env.CMS_URL = 'http://127.0.0.1:9';
    expect((await site.get('/media/new.webp')).status).toBe(503);
  });

  test.each([
    'x.svg', 'x.html', 'x', '.webp', '.env', '..%2F..%2Fetc%2Fpasswd', '..%2Fx.webp', '%2e%2e/x.webp', 'a%00.webp', 'a%5Cb.webp', `${'a'.repeat(201)}.webp`, 'x.WEBP', '-x.webp',
  ])('is never %s', async (name) => {
    await behind(webp);
    expect((await site.get(`/media/${name}`)).status).toBe(404);
    expect(readdirSync(media)).toEqual(['0a1b2c.webp']);
  });

  test.each<[string, RequestListener]>([
    ['there is none', (_, response) => response.writeHead(404).end()],
    ['it is something else', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<script>')],
    ['it leads elsewhere', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x')],
    ['it is larger than any of ours', (_, response) => response.writeHead(200, { 'content-type': 'image/webp' }).end(Buffer.alloc(21 * 1024 * 1024))],
  ])('is not kept where %s', async (_, listener) => {
    await behind(listener);
    expect((await site.get('/media/other.webp')).status).toBe(404);
    expect(readdirSync(media)).toEqual(['0a1b2c.webp']);
  });

  test('that breaks off is not kept', async () => {
    await behind((_, response) => response.writeHead(200, { 'content-type': 'image/webp', 'content-length': '1000' }).write('half', () => response.destroy()));
    expect((await site.get('/media/half.webp')).status).toBe(503);
    expect(readdirSync(media)).toEqual(['0a1b2c.webp']);
  });
});

describe('addresses', () => {
  test('the bare one leads to the visitor’s language and is never stored', async () => {
    const answer = await site.get('/', { 'accept-language': 'ru-RU,ru;q=0.9' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/ru']);
    expect(answer.headers.get('vary')).toBe('Accept-Language');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await site.get('/')).headers.get('location')).toBe('/en');
  });

  test('with a slash at the end move to the one without', async () => {
    const answer = await site.get('/en/articles/?page=2');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/articles?page=2']);
    expect((await site.get('//evil.example/')).headers.get('location')).toBe('/evil.example');
  });

  test.each([
    ['/ru/%d1%81%d1%82/', '/ru/%D1%81%D1%82'],
    ['/en/%0aX/', '/en/%0Ax'],
    ['/en/a%20b/', '/en/a%20b'],
    ['/EN/Articles', '/en/articles'],
  ])('have one spelling: %s moves to %s', async (asked, target) => {
    const answer = await site.get(asked);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, target]);
  });

  test.each(['POST', 'PUT', 'DELETE'])('are not for %s', async (method) => {
    const answer = await site.get('/en/articles', {}, method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each<[Record<string, string>]>([[{ host: 'a b"<>' }], [{ 'host': 'localhost', 'x-forwarded-host': 'a b' }]])('of no host at all (%j) are refused', async (headers) => {
    expect(await site.statusFor('/en/nothing', headers)).toBe(400);
  });
});
