import { describe, expect, test, vi } from 'vitest';

import { PageFiles } from '../../../server/page-cache/page-files';
import { article, change, fileWords, get, gone, hold, holdRemovals, isThere, list, openCache, quiet, say, seconds, settled, until, useSite } from './support/site-of-three-pages';

useSite();

describe('what is gone', () => {
  test('is served no more, from memory or from a file', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Gone', { status: 410 });
    cache.changed([gone('ivf')]);
    expect(cache.peek(article)).toBeUndefined();
    expect(await get(cache, article)).toBe('410 Gone');
    await expect.poll(() => isThere(article), seconds).toBe(false);
    await cache.stop();
    const next = await openCache();
    expect(await get(next, article)).toBe('410 Gone');
  });

  test('is not read back from files that are about to be taken away', async () => {
    await get(await openCache(), article);
    // Known, and not in memory.
    const cache = await openCache();
    say(article, 'Gone', { status: 410 });
    const release = holdRemovals();
    cache.changed([gone('ivf')]);
    const asked = get(cache, article);
    await quiet();
    release();
    expect(await asked).toBe('410 Gone');
    expect(await get(cache, article)).toBe('410 Gone');
  });

  test('is not served from files that cannot be taken away, and the feed is read from before it again', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    await get(await openCache(), article);
    const cache = await openCache();
    say(article, 'Gone', { status: 410 });
    vi.spyOn(PageFiles.prototype, 'remove').mockRejectedValue(new Error('EROFS'));
    cache.changed([gone('ivf')]);
    cache.reached({ sequence: 1, id: 'a' });
    await quiet();
    expect(await get(cache, article)).toBe('410 Gone');
    expect(settled).toEqual([]);
    expect(error).toHaveBeenCalled();
    vi.mocked(PageFiles.prototype.remove).mockRestore();
  });

  test('is not kept by a rendering that had begun, nor given to those who ask after it', async () => {
    const cache = await openCache();
    const release = hold(article);
    const first = get(cache, article);
    await until(1, article);
    say(article, 'Gone', { status: 410 });
    cache.changed([gone('ivf')]);
    const second = get(cache, article);
    await until(2, article);
    release();
    await first;
    expect(await second).toBe('410 Gone');
    await quiet();
    expect(await get(cache, article)).toBe('410 Gone');
    expect(await isThere(article)).toBe(false);
  });

  test('is not put back by a file that was being written', async () => {
    const cache = await openCache();
    const release = Promise.withResolvers<null>();
    const write = PageFiles.prototype.write;
    vi.spyOn(PageFiles.prototype, 'write').mockImplementation(async function (this: PageFiles, ...given) {
      await release.promise;
      return write.apply(this, given);
    });
    const first = get(cache, article);
    await expect.poll(() => cache.peek(article), seconds).toBeDefined();
    say(article, 'Gone', { status: 410 });
    cache.changed([gone('ivf')]);
    const second = get(cache, article);
    release.resolve(null);
    await first;
    expect(await second).toBe('410 Gone');
    await expect.poll(() => isThere(article), seconds).toBe(false);
    await quiet();
    expect(await isThere(article)).toBe(false);
  });

  test('that comes back at once has the file of its new page', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Article 2');
    cache.changed([gone('ivf')]);
    cache.changed([change('ivf')]);
    expect(await get(cache, article)).toBe('200 Article 2');
    await quiet();
    expect(await fileWords(article)).toBe('Article 2');
  });

  test('leaves the lists until they are rendered without it', async () => {
    const cache = await openCache();
    await get(cache, list);
    const release = hold(list);
    say(list, 'List 2');
    cache.changed([gone('ivf')]);
    await until(2, list);
    expect(await get(cache, list)).toBe('200 List 1');
    release();
    await expect.poll(() => get(cache, list), seconds).toBe('200 List 2');
  });

  test('does not keep other pages from being rendered anew', async () => {
    const cache = await openCache();
    await get(cache, '/en');
    const release = hold('/en');
    say('/en', 'Home 2');
    cache.changed([change('home', { type: 'page' })]);
    await until(2, '/en');
    cache.changed([gone('another')]);
    cache.reached({ sequence: 2, id: 'b' });
    release();
    await expect.poll(() => fileWords('/en'), seconds).toBe('Home 2');
    expect(cache.peek('/en')).toBeDefined();
  });

  test('is gone also where all else may have changed with it', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Gone', { status: 410 });
    cache.changed([{ ...change('x'), type: 'locale', documentId: null }, gone('ivf')]);
    expect(await get(cache, article)).toBe('410 Gone');
  });

  test('does not take a page whose document is only linked', async () => {
    const cache = await openCache();
    say(article, 'Article 1', { keys: ['ivf', 'page:ivf', 'links:ivf', 'links:review/ivf'] });
    await get(cache, article);
    say(article, 'Article 2');
    const release = hold(article);
    cache.changed([change('ivf', { action: 'linked', by: 'review' })]);
    await until(2, article);
    expect(await get(cache, article)).toBe('200 Article 1');
    release();
  });
});
