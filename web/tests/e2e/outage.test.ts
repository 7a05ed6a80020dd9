import { createServer } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { barriersInEveryLook } from './support/barriers';
import { connectBrowser } from './support/browser';
import { freePort, type Running } from './support/processes';
import { startSite } from './support/programs';

const ask = (site: Running, path: string, method = 'GET') => fetch(site.url + path, { method, headers: { accept: 'text/html' } });

describe('without the CMS', () => {
  let site: Running;

  beforeAll(async () => {
    site = await startSite(`http://127.0.0.1:${await freePort()}`, 'a-token-that-nobody-asks-for');
  });

  afterAll(() => site.stop());

  it.each([
    ['/en', 'en', 'This page cannot be shown just now'],
    ['/ru/articles/any-article', 'ru', 'Сейчас страницу показать не удаётся'],
    ['/ru/costs', 'ru', 'Сейчас страницу показать не удаётся'],
  ])('says at %s that the content cannot be reached, and never looks whole', async (path, locale, words) => {
    const answer = await ask(site, path);
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain(`<html  lang="${locale}"`);
    expect(html).toContain(words);
  });

  it('is open to everyone all the same', async () => {
    const browser = await connectBrowser();
    const page = await browser.newPage();
    for (const locale of localeCodes) {
      await page.goto(`${site.url}/${locale}/costs`);
      expect(await barriersInEveryLook(page)).toEqual([]);
    }
    await browser.close();
  });

  it('logs a line for the page and one for what it lacked, without what the reader asked for', async () => {
    const before = site.log().length;
    await ask(site, '/en/clinics?treatment=a-secret-wish&country=TR');
    const lines = site.log().slice(before).trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^GET \/api\/site 503 The CMS did not answer: \/api\/site: fetch failed/),
      expect.stringMatching(/^GET \/en\/clinics 503 Service Unavailable$/),
    ]);
  });

  it.each(['/en/articles/%3Fa', '/en/articles/%23a', '/ru/%D1%81'])('asks nobody for %s, which no page can have', async (path) => {
    expect((await ask(site, path)).status).toBe(404);
  });

  it('takes no page for something that can be changed', async () => {
    const answer = await ask(site, '/en', 'POST');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('with a CMS that hangs', () => {
  const cms = createServer(() => {});
  let site: Running;

  beforeAll(async () => {
    const port = await freePort();
    await new Promise<void>(ready => cms.listen(port, '127.0.0.1', ready));
    site = await startSite(`http://127.0.0.1:${port}`, 'a-token-that-nobody-asks-for');
  });

  afterAll(async () => {
    await site.stop();
    cms.closeAllConnections();
    cms.close();
  });

  it.each([
    ['/ru/articles', 503, 7000],
    ['/ru/nothing', 404, 3000],
  ])('waits for it once at most: %s answers %i', async (path, status, limit) => {
    const asked = performance.now();
    const answer = await ask(site, path);
    expect(await answer.text()).toContain('lang="ru"');
    expect(answer.status).toBe(status);
    expect(performance.now() - asked).toBeLessThan(limit);
  });
});
