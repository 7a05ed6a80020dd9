import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, test, vi } from 'vitest';

import { PageFiles } from '../../../server/page-cache/page-files';
import { article, change, cmsSays, content, fileWords, folder, get, gone, isThere, list, openCache, quiet, renderings, say, seconds, until, useSite } from './support/site-of-three-pages';

useSite();

describe('what shows the time', () => {
  test('is rendered anew when it is over, at the latest for who asks next', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const cache = await openCache();
    say(article, 'Article 1', { until: Date.now() + 60_000 });
    await get(cache, article);
    vi.setSystemTime(Date.now() + 59_999);
    expect(cache.peek(article)).toBeDefined();
    say(article, 'Article 2');
    vi.setSystemTime(Date.now() + 1);
    expect(cache.peek(article)).toBeUndefined();
    expect(await get(cache, article)).toBe('200 Article 1');
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('is rendered anew also if nobody asks, and so is everything once a day', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const cache = await openCache();
    say(article, 'Article 1', { until: Date.now() + 60_000 });
    for (const address of [article, list]) await get(cache, address);
    vi.advanceTimersByTime(50_000);
    await quiet();
    expect(renderings.length).toBe(2);
    say(article, 'Article 2');
    vi.advanceTimersByTime(50_000);
    await vi.waitUntil(() => renderings.length === 3);
    expect(renderings.at(-1)).toBe(article);
    vi.advanceTimersByTime(25 * 60 * 60 * 1000);
    await vi.waitUntil(() => renderings.includes(list) && renderings.length >= 4);
  });

  test('is rendered for a new day although the answers are the same', async () => {
    const cache = await openCache();
    cmsSays('the same');
    say(article, 'Article 1', { answers: ['/api/articles'], until: Date.now() + 20 });
    await get(cache, article);
    say(article, 'Article 2', { answers: ['/api/articles'] });
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });
});

describe('pages that are no files', () => {
  test('take no more memory than they may, and displace no other', async () => {
    const cache = await openCache({ maxBytes: 400_000 });
    await get(cache, article);
    for (let each = 0; each < 500; each += 1) {
      content.set(`/en/costs?currency=${each}`, { words: `Costs ${each}`, keys: ['list:cost-entry', `currency-${each}`] });
      await get(cache, `/en/costs?currency=${each}`, 'memory');
      await get(cache, `/en/articles/nothing-${each}`);
    }
    expect(cache.size).toBeLessThan(100);
    expect(cache.peek(article)).toBeDefined();
    expect(cache.peek('/en/costs?currency=0')).toBeUndefined();
    expect(cache.peek('/en/costs?currency=499')).toBeDefined();
  });

  test('that are larger than all the room serve, and leave nothing behind', async () => {
    const cache = await openCache({ maxBytes: 8000 });
    for (let each = 0; each < 20; each += 1) {
      const address = `/en/costs?currency=${each}`;
      content.set(address, { words: Array.from({ length: 3000 }, () => Math.random()).join(), keys: ['x'] });
      expect(await get(cache, address, 'memory')).toContain('200 ');
    }
    expect(cache.size).toBe(0);
  });

  test('are rendered anew after a change if they are read, and else forgotten', async () => {
    const cache = await openCache();
    const [read, unread] = ['/en/costs?currency=EUR', '/en/costs?currency=USD'];
    for (const address of [read, unread]) content.set(address, { words: 'Costs 1', keys: ['list:cost-entry'] });
    for (const address of [read, unread]) await get(cache, address, 'memory');
    cache.peek(read);
    renderings.length = 0;
    cache.changed([change('x', { type: 'cost-entry', slug: null })]);
    await until(1, read);
    await quiet();
    expect(renderings).toEqual([read]);
    expect(cache.size).toBe(1);
  });
});

describe('where files cannot be written', () => {
  test('pages serve from memory, and the log has a line for each', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    await writeFile(join(folder, 'pages'), 'in the way');
    const cache = await openCache();
    for (let time = 0; time < 3; time += 1) for (const address of [article, list]) await get(cache, address);
    expect(renderings).toEqual([article, list]);
    expect(error.mock.calls.filter(([line]) => String(line).includes('could not be written')).length).toBe(2);
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('an old file is not what a restart begins with', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const cache = await openCache();
    await get(cache, article);
    vi.spyOn(PageFiles.prototype, 'write').mockRejectedValue(new Error('ENOSPC'));
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
    await expect.poll(() => isThere(article), seconds).toBe(false);
  });

  test('a folder that is there again is used again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await mkdir(join(folder, 'pages'));
    const broken = vi.spyOn(PageFiles.prototype, 'write').mockRejectedValue(new Error('ENOSPC'));
    const cache = await openCache();
    await get(cache, article);
    broken.mockRestore();
    cache.peek(article);
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => fileWords(article), seconds).toBe('Article 2');
  });
});

test('the files of a page are of one rendering, however many changes come', async () => {
  const cache = await openCache();
  await get(cache, article);
  for (let each = 2; each < 40; each += 1) {
    say(article, `Article ${each}`);
    cache.changed(each % 5 === 0 ? [gone('ivf'), change('ivf')] : [change('ivf')]);
    void get(cache, article);
    if (each % 3 === 0) await turn();
  }
  await expect.poll(() => fileWords(article), seconds).toBe('Article 39');
  await quiet();
  expect(await readFile(join(folder, 'pages', article, 'index.html'), 'utf8')).toBe('Article 39');
  expect(await get(cache, article)).toBe('200 Article 39');
});

test('a cache that is stopped renders nothing by itself, and has written what it had begun', async () => {
  const cache = await openCache();
  await get(cache, article);
  void get(cache, list);
  await until(1, list);
  await cache.stop();
  expect(await fileWords(list)).toBe('List 1');
  cache.changed([change('ivf')]);
  await quiet();
  expect(renderings).toEqual([article, list]);
});
