import { createServer, request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pack, type Page } from '../../../server/page-cache/page';
import { encodingFor, sendPage } from '../../../server/page-cache/send-page';

const words = 'Words of a page, many of them alike. '.repeat(200);
const headers = { 'content-type': 'text/html;charset=utf-8', 'content-language': 'en' };
let page: Page;
let shown: Page;
let server: Server;
let port: number;

beforeAll(async () => {
  page = await pack({ status: 200, headers, body: Buffer.from(words) });
  server = createServer((asked, answer) => sendPage(asked, answer, shown));
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(() => server.close());

interface Answer { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }

function ask(given: OutgoingHttpHeaders = {}, { method = 'GET', of = page }: { method?: string; of?: Page } = {}): Promise<Answer> {
  shown = of;
  return new Promise((done, fail) => request({ port, method, headers: given, agent: false }, async (answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
  }).on('error', fail).end());
}

test.each<[string | undefined, string]>([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['deflate', 'identity'],
  ['BR', 'br'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0.8, gzip;q=0.8', 'br'],
  ['gzip;q=1.0, identity;q=0.5, *;q=0', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0.000', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['identity;q=0', 'identity'],
  ['identity;q=0, *', 'br'],
  ['identity;q=0, br;q=0, *;q=0.1', 'gzip'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['*;q=0', 'identity'],
  ['gzip;q=0, *', 'br'],
  ['gzip;q=x', 'identity'],
  ['nonsense;;;,,,=', 'identity'],
  [`gzip, ${'x'.repeat(5000)}`, 'gzip'],
])('who accepts %j gets %s', (accepted, encoding) => {
  for (let time = 0; time < 2; time += 1) expect(encodingFor(accepted)).toBe(encoding);
});

test('wordings without end leave nothing behind that changes an answer', () => {
  for (let each = 0; each < 1000; each += 1) expect(encodingFor(`gzip, x-${each}`)).toBe('gzip');
  expect(encodingFor('br, gzip')).toBe('br');
});

describe('a page', () => {
  test.each<[string | undefined, string | undefined, (body: Buffer) => Buffer]>([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    [undefined, undefined, body => body],
  ])('goes whole to who accepts %s', async (accepted, encoding, unpack) => {
    const answer = await ask(accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(unpack(answer.body).toString()).toBe(words);
    expect(answer.headers).toMatchObject({ ...headers, 'vary': 'Accept-Encoding', 'content-length': String(answer.body.length) });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['cache-control']).toContain('max-age=0');
  });

  test.each([{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }])('has the same head for HEAD, and no body: %j', async (given) => {
    const [get, head] = [await ask(given), await ask(given, { method: 'HEAD' })];
    const { date: _date, ...rest } = get.headers;
    expect(head.body.length).toBe(0);
    expect(head.status).toBe(200);
    expect(head.headers).toMatchObject(rest);
  });

  test('has another strong tag for each encoding', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(async accepted => (await ask({ 'accept-encoding': accepted })).headers.etag));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  test.each([
    ['its tag', (tag: string) => tag],
    ['its tag, weak', (tag: string) => `W/${tag}`],
    ['its tag among others', (tag: string) => `"a", W/"b",${tag} , "c"`],
    ['any tag', () => '*'],
  ])('is not sent again to who has %s', async (_, condition) => {
    for (const method of ['GET', 'HEAD']) {
      const { etag = '' } = (await ask({ 'accept-encoding': 'br' })).headers;
      const { status, headers: given, body } = await ask({ 'accept-encoding': 'br', 'if-none-match': condition(etag) }, { method });
      expect([status, body.length]).toEqual([304, 0]);
      expect(given).toMatchObject({ 'etag': etag, 'vary': 'Accept-Encoding', 'cache-control': expect.stringContaining('s-maxage'), 'content-language': 'en' });
      for (const name of ['content-length', 'content-encoding', 'content-type', 'transfer-encoding']) expect(given).not.toHaveProperty(name);
    }
  });

  test.each([
    ['another tag', () => '"another"'],
    ['the tag of another encoding', (tag: string) => tag.replace('-br', '-gzip')],
    ['the tag of the plain page', (tag: string) => tag.replace('-br', '')],
    ['a tag without quotes', (tag: string) => tag.replaceAll('"', '')],
    ['nothing', () => ''],
  ])('is sent to who has %s', async (_, condition) => {
    const { etag = '' } = (await ask({ 'accept-encoding': 'br' })).headers;
    expect((await ask({ 'accept-encoding': 'br', 'if-none-match': condition(etag) })).status).toBe(200);
  });

  test('is sent to who knows only when it was asked last', async () => {
    expect((await ask({ 'if-modified-since': new Date().toUTCString() })).status).toBe(200);
  });

  test.each(['bytes=0-9', 'bytes=-5', 'bytes=5-2', 'bytes=99999999-', 'bytes=0-1,4-5', 'lines=1-2', 'x'])('is sent whole to who asks for a part: %s', async (range) => {
    const answer = await ask({ range, 'if-range': '"x"' });
    expect([answer.status, answer.body.toString()]).toEqual([200, words]);
    expect(answer.headers).not.toHaveProperty('content-range');
  });
});

describe('what is no page', () => {
  test('has no tag, and of caches says what it says itself', async () => {
    const moved = await pack({ status: 301, headers: { 'location': '/en/articles/new', 'cache-control': 'no-cache' }, body: Buffer.from('') });
    for (const given of [{}, { 'if-none-match': '*' }, { 'accept-encoding': 'br' }]) {
      const answer = await ask(given, { of: moved });
      expect(answer.status).toBe(301);
      expect(answer.headers).toMatchObject({ 'location': '/en/articles/new', 'cache-control': 'no-cache', 'vary': 'Accept-Encoding' });
      expect(answer.headers).not.toHaveProperty('etag');
    }
  });

  test('promises caches nothing', async () => {
    const gone = await pack({ status: 410, headers, body: Buffer.from(words) });
    const answer = await ask({ 'accept-encoding': 'gzip' }, { of: gone });
    expect([answer.status, gunzipSync(answer.body).toString()]).toEqual([410, words]);
    expect(answer.headers['cache-control'] ?? '').not.toContain('max-age');
  });
});

test('a page keeps its own word about caches', async () => {
  const own = await pack({ status: 200, headers: { ...headers, 'cache-control': 'private, no-store' }, body: Buffer.from(words) });
  expect((await ask({}, { of: own })).headers['cache-control']).toBe('private, no-store');
});
