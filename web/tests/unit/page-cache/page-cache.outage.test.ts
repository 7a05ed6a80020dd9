import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { PageFiles } from '../../../server/page-cache/page-files';
import { article, change, fileWords, folder, get, gone, held, hold, holdRemovals, isThere, list, openCache, quiet, renderings, say, seconds, settled, until, useSite } from './support/site-of-three-pages';

useSite();

describe('an error', () => {
  test.each([500, 502, 503])('never takes the place of a page: %i', async (status) => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Error', { status });
    cache.changed([change('ivf')]);
    await until(2, article);
    await quiet();
    for (let time = 0; time < 3; time += 1) expect(await get(cache, article)).toBe('200 Article 1');
    expect(await fileWords(article)).toBe('Article 1');
  });

  test('of a rendering that fails leaves the page, too', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const cache = await openCache();
    await get(cache, article);
    held.set(article, Promise.reject(new Error('Not ready in 30 s')));
    cache.changed([change('ivf')]);
    await until(2, article);
    await quiet();
    expect(await get(cache, article)).toBe('200 Article 1');
  });

  test('is given to who asks for a page that was never made, and is not kept', async () => {
    const cache = await openCache();
    say(article, 'Error', { status: 503 });
    expect(await get(cache, article)).toBe('503 Error');
    say(article, 'Article 1');
    expect(await get(cache, article)).toBe('200 Article 1');
  });

  test('of the CMS passes by itself', async () => {
    const cache = await openCache();
    for (const address of [article, list]) await get(cache, address);
    for (const address of [article, list]) say(address, 'Error', { status: 503 });
    cache.changed([change('ivf')]);
    await until(2, article);
    for (const address of [article, list]) say(address, 'New');
    for (const address of [article, list]) await expect.poll(() => fileWords(address), seconds).toBe('New');
  });

  test('of one page that lasts does not keep others from being rendered', async () => {
    const cache = await openCache();
    for (const address of [article, list, '/en']) await get(cache, address);
    for (const address of [list, '/en']) say(address, 'New');
    say(article, 'Error', { status: 503 });
    cache.changed([change('ivf'), change('footer', { type: 'site' })]);
    const wait = { timeout: 4000, interval: 20 };
    for (const address of [list, '/en']) await expect.poll(() => fileWords(address), wait).toBe('New');
    expect(await get(cache, article)).toBe('200 Article 1');
  });

  test('that is ours is not made again for each who asks', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Error', { status: 500 });
    cache.changed([change('ivf')]);
    await until(2, article);
    for (let time = 0; time < 10; time += 1) {
      expect(await get(cache, article)).toBe('200 Article 1');
      await quiet();
    }
    expect(renderings.length).toBe(2);
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('a page made of old answers serves who has none, but is not kept', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Half', { isStale: true });
    say(list, 'Half', { isStale: true });
    cache.changed([change('ivf')]);
    await until(2, article);
    expect(await get(cache, article)).toBe('200 Article 1');
    expect(await get(cache, list)).toBe('200 Half');
    expect(await isThere(list)).toBe(false);
  });
});

describe('after a restart', () => {
  test('pages come from files without a rendering', async () => {
    const before = await openCache();
    for (const address of [article, list]) await get(before, address);
    await before.stop();
    renderings.length = 0;
    const cache = await openCache();
    expect(cache.size).toBe(2);
    const read = vi.spyOn(PageFiles.prototype, 'read');
    expect(await Promise.all(Array.from({ length: 50 }, () => get(cache, article)))).toEqual(Array.from({ length: 50 }, () => '200 Article 1'));
    expect(cache.peek(article)).toBeDefined();
    expect(read).toHaveBeenCalledTimes(1);
    expect(renderings).toEqual([]);
  });

  test('they are there before all are known', async () => {
    await get(await openCache(), article);
    renderings.length = 0;
    const cache = await openCache({ load: false });
    expect(await get(cache, article)).toBe('200 Article 1');
    await cache.load();
    expect([cache.size, renderings.length]).toEqual([1, 0]);
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('a change reaches pages that nobody has asked for since', async () => {
    await get(await openCache(), article);
    const cache = await openCache();
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => fileWords(article), seconds).toBe('Article 2');
  });

  test('pages of another build serve until they are rendered anew, which happens by itself', async () => {
    await get(await openCache(), article);
    const release = hold(article);
    say(article, 'Article of build 2');
    const cache = await openCache({ build: 'build-2' });
    await until(2, article);
    expect(await get(cache, article)).toBe('200 Article 1');
    release();
    await expect.poll(() => fileWords(article), seconds).toBe('Article of build 2');
    expect((await new PageFiles(folder, 'any').read(article))?.build).toBe('build-2');
  });

  test('pages of another build serve through an outage', async () => {
    await get(await openCache(), article);
    say(article, 'Error', { status: 503 });
    const cache = await openCache({ build: 'build-2' });
    await until(2, article);
    expect(await get(cache, article)).toBe('200 Article 1');
  });

  test('a page that is torn is rendered', async () => {
    await get(await openCache(), article);
    await writeFile(join(folder, 'pages', article, 'index.html.br'), 'torn');
    const cache = await openCache();
    expect(await get(cache, article)).toBe('200 Article 1');
    expect(renderings.length).toBe(2);
    await expect.poll(() => fileWords(article), seconds).toBe('Article 1');
  });
});

describe('the place of the feed', () => {
  const place = { sequence: 7, id: 'seven' };

  /** A page has changed, and cannot be rendered anew. */
  async function openFailing(status: number): Promise<void> {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Error', { status });
    cache.changed([change('ivf')]);
    cache.reached(place);
  }

  test('is written when all up to it is done, and not before', async () => {
    const cache = await openCache();
    await get(cache, article);
    await quiet();
    expect(settled).toEqual([]);
    const release = hold(article);
    cache.changed([change('ivf')]);
    cache.reached(place);
    await until(2, article);
    await quiet();
    expect(settled).toEqual([]);
    release();
    await expect.poll(() => settled.at(-1), seconds).toEqual(place);
    expect(await fileWords(article)).toBe('Article 1');
  });

  test('is not written during an outage', async () => {
    await openFailing(503);
    await until(3, article);
    expect(settled).toEqual([]);
    say(article, 'Article 2');
    await expect.poll(() => settled.at(-1), seconds).toEqual(place);
    expect(await fileWords(article)).toBe('Article 2');
  });

  test('is not written while a page fails by a fault of ours', async () => {
    await openFailing(500);
    await until(2, article);
    await quiet();
    expect(settled).toEqual([]);
  });

  test('is not written while what is gone has files', async () => {
    const cache = await openCache();
    await get(cache, article);
    const release = holdRemovals();
    cache.changed([gone('ivf')]);
    cache.reached(place);
    await quiet();
    expect(settled).toEqual([]);
    release();
    await expect.poll(() => settled.at(-1), seconds).toEqual(place);
    expect(await isThere(article)).toBe(false);
  });
});
