import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pageHeaders } from '../../web/server/response-headers.ts';
import { generatedFiles, headerLines } from '../lib/nginx.mjs';
import { hasNginx, howToInstallNginx, productionSettings, startNginx } from '../lib/nginx-program.mjs';
import { inRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/processes.mjs';

describe('the generated files', () => {
  it('send the headers that the web process sends; "npm run nginx:generate" writes them anew', () => {
    expect(readFileSync(inRoot('ops/nginx/headers.conf'), 'utf8')).toBe(generatedFiles()['headers.conf']);
  });

  it('say of an outage what the catalogues say, in the languages that they have', () => {
    const present = readFileSync(inRoot('ops/nginx/down.conf'), 'utf8').split('\n').filter(line => line.startsWith('set '));
    expect(present.length).toBeGreaterThan(0);
    // A language that was added since is not missing: it needs "npm run nginx:generate" where nginx is in use.
    expect(generatedFiles()['down.conf'].split('\n')).toEqual(expect.arrayContaining(present));
  });

  it('refuse a header that nginx would take for a variable', () => {
    expect(() => headerLines(() => ({ 'x-price': '$5' }))).toThrow('x-price');
  });
});

if (!hasNginx) console.warn(`Not tested: the nginx configuration. ${howToInstallNginx}`);

describe.skipIf(!hasNginx)('the site behind nginx', () => {
  const html = '<!doctype html><p>From a file</p>';
  const pageCache = mkdtempSync(path.join(tmpdir(), 'polyclinic-pages-'));
  let nginx, port, site;

  const pageFile = (...parts) => path.join(pageCache, 'pages', ...parts, 'index.html');
  function keep(file, text) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    writeFileSync(`${file}.br`, brotliCompressSync(text));
    writeFileSync(`${file}.gz`, gzipSync(text));
  }

  /** Bare, since `fetch` mends an address before it asks. */
  function ask(target, { method = 'GET', headers = {} } = {}) {
    return new Promise((resolve, reject) => {
      const asked = request({ port, path: target, method, headers }, (answer) => {
        const chunks = [];
        answer.on('data', chunk => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      });
      asked.on('error', reject).end();
    });
  }
  const passedOn = async (target, options) => JSON.parse((await ask(target, options)).body.toString());

  beforeAll(async () => {
    for (const parts of [['en', 'articles', 'knee'], ['ru'], ['en', 'costs'], ['en', 'clinics'], ['en', 'clinics', 'one'], ['en', 'search']]) keep(pageFile(...parts), html);
    keep(path.join(pageCache, 'assets/_nuxt/site.AbC_1.css'), 'p { color: red }');
    site = createServer(({ method, url, headers }, response) => response.end(JSON.stringify({ method, url, headers })));
    const sitePort = await freePort();
    await new Promise(resolve => site.listen(sitePort, '127.0.0.1', resolve));
    port = await freePort();
    nginx = await startNginx(productionSettings({ port, sitePort, pageCache }));
  });

  afterAll(async () => {
    await nginx?.stop();
    site?.close();
    rmSync(pageCache, { recursive: true });
  });

  it.each([['br', brotliCompressSync(html)], ['gzip', gzipSync(html)], ['identity', Buffer.from(html)]])('has a page from its file, as %s', async (coding, body) => {
    const answer = await ask('/en/articles/knee', { headers: { 'accept-encoding': coding } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(body);
    expect(answer.headers).toMatchObject({ ...pageHeaders('en'), 'content-type': 'text/html; charset=utf-8' });
    expect((await ask('/en/articles/knee', { headers: { 'accept-encoding': coding, 'if-none-match': answer.headers.etag } })).status).toBe(304);
  });

  it('names the language of each page', async () => {
    expect((await ask('/ru')).headers).toMatchObject(pageHeaders('ru'));
    expect((await ask('/en/clinics/one')).body.toString()).toBe(html);
  });

  it.each(['/en/articles/knee?page=2', '/en/articles/knee?', '/en/articles/knee/', '/en//articles/knee', '/en/Articles/knee', '/en/articles/%6bnee', '/en/articles/knee/index.html', '/en/../ru',
    '/en/costs', '/en/clinics', '/en/search', '/en/articles/unknown', '/', '/api/site', '/media/a.webp', '/ru/preview/ticket'])('leaves %s to the web process as it was asked', async (target) => {
    expect(await passedOn(target)).toMatchObject({ url: target });
  });

  it('leaves what is not for reading to the web process', async () => {
    expect(await passedOn('/en/articles/knee', { method: 'POST' })).toMatchObject({ method: 'POST' });
  });

  it('says who asks and by which name, and believes no visitor', async () => {
    const { headers } = await passedOn('/', { headers: { 'host': 'clinic.example:8080', 'x-forwarded-for': '192.0.2.1', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'forwarded': 'for=192.0.2.1' } });
    expect(headers).toMatchObject({ 'host': 'clinic.example:8080', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'clinic.example:8080', 'x-forwarded-proto': 'http' });
    expect(headers).not.toHaveProperty('forwarded');
  });

  it('has assets of every build, for good', async () => {
    const answer = await ask('/_nuxt/site.AbC_1.css', { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(await passedOn('/_nuxt/unknown.js')).toMatchObject({ url: '/_nuxt/unknown.js' });
  });

  it('shows a page no longer a second after its file is gone', async () => {
    keep(pageFile('en', 'articles', 'withdrawn'), html);
    expect((await ask('/en/articles/withdrawn')).body.toString()).toBe(html);
    rmSync(path.dirname(pageFile('en', 'articles', 'withdrawn')), { recursive: true });
    await sleep(1500);
    expect(await passedOn('/en/articles/withdrawn')).toMatchObject({ url: '/en/articles/withdrawn' });
    keep(pageFile('en', 'articles', 'withdrawn'), html);
    expect((await ask('/en/articles/withdrawn')).body.toString()).toBe(html);
  });

  it('keeps the checks of health inside', async () => {
    expect((await ask('/health/ready')).status).toBe(404);
  });

  it('logs no query and no ticket', async () => {
    await ask('/ru/search?q=secret');
    await ask('/ru/preview/ticket-of-a-draft');
    expect((await ask('/en/articles/knee?q=secret', { method: 'POST', headers: { 'content-length': 70_000 } })).status).toBe(413);
    await ask('/en/articles/knee');
    const log = () => readFileSync(path.join(nginx.folder, 'logs/access.log'), 'utf8');
    // Lines are written in blocks, every five seconds.
    await expect.poll(log, { timeout: 10_000 }).toContain('GET /en/articles/knee 200');
    expect(log()).toContain('GET /ru/preview/... 200');
    expect(log()).not.toMatch(/secret|ticket-of-a-draft|127\.0\.0\.1/);
  });

  it('has pages and a word to the rest while the web process is down', async () => {
    await new Promise((resolve) => {
      site.close(resolve);
      site.closeAllConnections();
    });
    expect((await ask('/en/articles/knee')).status).toBe(200);
    const answer = await ask('/en/search?q=secret');
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ 'retry-after': '30', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
    expect(answer.body.toString()).toContain('<section lang="ru" dir="auto">');
    expect(readFileSync(path.join(nginx.folder, 'logs/error.log'), 'utf8')).not.toContain('secret');
  });
});
