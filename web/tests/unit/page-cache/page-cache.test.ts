import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Change, Position } from '../../../server/cms/change-feed';
import { holdsUntil, madeOf, restsOn } from '../../../server/cms/dependencies';
import { plainBody, type Page, type Rendering } from '../../../server/page-cache/page';
import { PageCache } from '../../../server/page-cache/page-cache';
import { PageFiles } from '../../../server/page-cache/page-files';

/** What the site of the tests answers to an address. */
interface Content {
  words: string;
  keys: string[];
  status?: number;
  headers?: Record<string, string>;
  /** Answers of the CMS that it is made of. */
  answers?: string[];
  isStale?: boolean;
  until?: number;
}

const article = '/en/articles/ivf';
const list = '/en/articles';
const seconds = { timeout: 5000, interval: 5 };

let folder: string;
let content: Map<string, Content>;
let renderings: string[];
/** Renderings of these addresses wait. */
let held: Map<string, Promise<null>>;
let same: boolean | Error;
let settled: Position[];
let open: PageCache[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyclinic-cache-'));
  content = new Map([
    [article, { words: 'Article 1', keys: ['ivf', 'page:ivf', 'slug:article/ivf', 'footer'] }],
    [list, { words: 'List 1', keys: ['list:article', 'ivf', 'footer'] }],
    ['/en', { words: 'Home 1', keys: ['home', 'page:home', 'footer'] }],
  ]);
  renderings = [];
  held = new Map();
  same = false;
  settled = [];
  open = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const cache of open) await cache.stop();
  await rm(folder, { recursive: true, force: true });
});

async function render(address: string): Promise<Rendering> {
  renderings.push(address);
  // Read before the wait, as the CMS answers before the page is made of it.
  const { words, keys, status = 200, headers = {}, answers = [], isStale = false, until = Infinity } = content.get(address) ?? { words: 'Not found', keys: [`slug:article/${address.split('/').at(-1)}`], status: 404 };
  await held.get(address);
  restsOn(keys);
  for (const each of answers) madeOf({ address: each, digest: each, keys: new Set(), isStale: false });
  if (isStale) madeOf({ address: 'old', digest: 'old', keys: new Set(), isStale });
  holdsUntil(until);
  return { status, headers: { 'content-type': 'text/html', ...headers }, body: Buffer.from(words) };
}

async function openCache({ build = 'build-1', maxBytes = 10_000_000, load = true } = {}): Promise<PageCache> {
  const cache = new PageCache({
    render, build, maxBytes,
    named: (rendering, keys) => ({ ...rendering, headers: { ...rendering.headers, 'surrogate-key': [...keys].join(' ') } }),
    files: new PageFiles(folder, build),
    saysTheSame: async () => {
      if (same instanceof Error) throw same;
      return same;
    },
    settled: place => settled.push(place),
  });
  open.push(cache);
  if (load) await cache.load();
  return cache;
}

const change = (documentId: string, given: Partial<Change> = {}): Change => ({ type: 'article', documentId, locale: 'en', slug: documentId, action: 'changed', by: null, ...given });
const gone = (documentId: string) => change(documentId, { action: 'gone' });
const wordsOf = (page: Page) => `${page.status} ${plainBody(page).toString()}`;
const get = async (cache: PageCache, address: string, kept: 'files' | 'memory' | 'none' = 'files') => wordsOf(await cache.get({ address, kept }));
const say = (address: string, words: string, given: Partial<Content> = {}) => content.set(address, { keys: content.get(address)?.keys ?? [], words, ...given });
const isThere = (address: string) => new PageFiles(folder, 'any').read(address).then(read => read !== null);
const fileWords = (address: string) => new PageFiles(folder, 'any').read(address).then(read => (read === null ? null : plainBody(read.page).toString()));

/** Has the renderings of an address wait until the returned function is called. */
function hold(address: string): () => void {
  const { promise, resolve } = Promise.withResolvers<null>();
  held.set(address, promise);
  return () => {
    held.delete(address);
    resolve(null);
  };
}

async function until(count: number, address: string): Promise<void> {
  await expect.poll(() => renderings.filter(each => each === address).length, seconds).toBe(count);
}

/** Time for whatever might wrongly happen. */
async function quiet(): Promise<void> {
  for (let each = 0; each < 50; each += 1) await turn();
}

describe('a page', () => {
  test('is rendered once for all who ask at once, and for all who ask later', async () => {
    const cache = await openCache();
    const release = hold(article);
    const all = Array.from({ length: 500 }, () => get(cache, article));
    await until(1, article);
    release();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['200 Article 1']));
    expect(await get(cache, article)).toBe('200 Article 1');
    const ready = cache.peek(article);
    expect(ready && wordsOf(ready)).toBe('200 Article 1');
    expect(renderings).toEqual([article]);
    expect(await fileWords(article)).toBe('Article 1');
  });

  test.each([['private, no-store'], ['no-store']])('that says %s of itself is kept nowhere', async (control) => {
    const cache = await openCache();
    say(article, 'Own', { headers: { 'cache-control': control } });
    for (let time = 0; time < 2; time += 1) await get(cache, article);
    expect([renderings.length, cache.size, await isThere(article)]).toEqual([2, 0, false]);
  });

  test('that is to be kept nowhere is rendered for each who asks', async () => {
    const cache = await openCache();
    for (let time = 0; time < 2; time += 1) expect(await get(cache, article, 'none')).toBe('200 Article 1');
    expect([renderings.length, cache.size, cache.peek(article)]).toEqual([2, 0, undefined]);
  });

  test.each([200, 404, 503])('that is to be kept nowhere says so whatever it is, and names nothing to caches: %i', async (status) => {
    const cache = await openCache();
    say(article, 'Own', { status, headers: { 'cache-control': 'no-cache' } });
    const { headers } = await cache.get({ address: article, kept: 'none' });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers).not.toHaveProperty('surrogate-key');
  });

  test('names to caches what it rests on, after a restart too', async () => {
    const keys = 'ivf page:ivf slug:article/ivf footer';
    expect((await (await openCache()).get({ address: article, kept: 'files' })).headers['surrogate-key']).toBe(keys);
    expect((await (await openCache()).get({ address: article, kept: 'files' })).headers['surrogate-key']).toBe(keys);
  });

  test('that is not there is remembered, but is no file', async () => {
    const cache = await openCache();
    for (let time = 0; time < 3; time += 1) expect(await get(cache, '/en/articles/nothing')).toBe('404 Not found');
    expect([renderings.length, await isThere('/en/articles/nothing')]).toEqual([1, false]);
    say('/en/articles/nothing', 'Something');
    cache.changed([change('nothing')]);
    expect(await get(cache, '/en/articles/nothing')).toBe('200 Something');
  });
});

describe('a change', () => {
  test('shows as soon as the page is rendered anew, and until then the old one serves', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Article 2');
    const release = hold(article);
    cache.changed([change('ivf')]);
    await until(2, article);
    expect(await get(cache, article)).toBe('200 Article 1');
    expect(cache.peek(article)).toBeUndefined();
    release();
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
    await expect.poll(() => fileWords(article), seconds).toBe('Article 2');
    expect(renderings.length).toBe(2);
  });

  test('renders nothing that it does not touch', async () => {
    const cache = await openCache();
    for (const address of [article, list, '/en']) await get(cache, address);
    renderings = [];
    cache.changed([change('another', { type: 'clinic' })]);
    await quiet();
    expect(renderings).toEqual([]);
    cache.changed([change('footer', { type: 'site', slug: null })]);
    await expect.poll(() => renderings.toSorted(), seconds).toEqual(['/en', list, article]);
  });

  test('while a page is rendered has it rendered again', async () => {
    const cache = await openCache();
    const release = hold(article);
    const first = get(cache, article);
    await until(1, article);
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    release();
    expect(await first).toBe('200 Article 1');
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
    await expect.poll(() => fileWords(article), seconds).toBe('Article 2');
  });

  test('while a page is rendered anew has it rendered once more', async () => {
    const cache = await openCache();
    await get(cache, article);
    const release = hold(article);
    cache.changed([change('ivf')]);
    await until(2, article);
    say(article, 'Article 3');
    cache.changed([change('ivf')]);
    release();
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 3');
    expect(renderings.length).toBe(3);
  });

  test('of settings touches every page', async () => {
    const cache = await openCache();
    for (const address of [article, list, '/en']) await get(cache, address);
    for (const address of [article, list, '/en']) say(address, 'New');
    cache.changed([{ ...change('x'), type: 'locale', documentId: null }]);
    for (const address of [article, list, '/en']) await expect.poll(() => fileWords(address), seconds).toBe('New');
  });

  test('comes first to what was edited, then to what is read, then to the rest', async () => {
    const cache = await openCache();
    for (const address of ['/en', list, article]) await get(cache, address);
    expect(cache.peek(list)).toBeDefined();
    for (const address of ['/en', list, article]) say(address, 'New');
    renderings = [];
    cache.changed([change('footer', { type: 'site' }), change('ivf')]);
    await expect.poll(() => renderings.length, seconds).toBe(3);
    expect(renderings).toEqual([article, list, '/en']);
  });

  test('that leaves the answers as they were renders nothing', async () => {
    const cache = await openCache();
    say(article, 'Article 1', { answers: ['/api/articles'] });
    await get(cache, article);
    same = true;
    cache.changed([change('ivf')]);
    await expect.poll(() => cache.peek(article), seconds).toBeDefined();
    expect(renderings.length).toBe(1);
    same = false;
    say(article, 'Article 2', { answers: ['/api/articles'] });
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('renders where it cannot be said what the answers are', async () => {
    const cache = await openCache();
    say(article, 'Article 1', { answers: ['/api/articles'] });
    await get(cache, article);
    same = new Error('The CMS is down');
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });
});

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
    const release = Promise.withResolvers<null>();
    const remove = PageFiles.prototype.remove;
    vi.spyOn(PageFiles.prototype, 'remove').mockImplementation(async function (this: PageFiles, address) {
      await release.promise;
      return remove.call(this, address);
    });
    cache.changed([gone('ivf')]);
    const asked = get(cache, article);
    await quiet();
    release.resolve(null);
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
    renderings = [];
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
    renderings = [];
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
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Error', { status: 503 });
    cache.changed([change('ivf')]);
    cache.reached(place);
    await until(3, article);
    expect(settled).toEqual([]);
    say(article, 'Article 2');
    await expect.poll(() => settled.at(-1), seconds).toEqual(place);
    expect(await fileWords(article)).toBe('Article 2');
  });

  test('is not written while a page fails by a fault of ours', async () => {
    const cache = await openCache();
    await get(cache, article);
    say(article, 'Error', { status: 500 });
    cache.changed([change('ivf')]);
    cache.reached(place);
    await until(2, article);
    await quiet();
    expect(settled).toEqual([]);
  });

  test('is not written while what is gone has files', async () => {
    const cache = await openCache();
    await get(cache, article);
    const release = Promise.withResolvers<null>();
    const remove = PageFiles.prototype.remove;
    vi.spyOn(PageFiles.prototype, 'remove').mockImplementation(async function (this: PageFiles, address) {
      await release.promise;
      return remove.call(this, address);
    });
    cache.changed([gone('ivf')]);
    cache.reached(place);
    await quiet();
    expect(settled).toEqual([]);
    release.resolve(null);
    await expect.poll(() => settled.at(-1), seconds).toEqual(place);
    expect(await isThere(article)).toBe(false);
  });
});

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
    same = true;
    say(article, 'Article 1', { answers: ['/api/articles'], until: Date.now() + 20 });
    await get(cache, article);
    say(article, 'Article 2', { answers: ['/api/articles'] });
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });
});

test('after a new start of the feed all pages are rendered anew, and serve meanwhile', async () => {
  const cache = await openCache();
  const addresses = [article, list, '/en'];
  for (const address of addresses) await get(cache, address);
  const release = hold('/en');
  for (const address of addresses) say(address, 'New');
  cache.startOver();
  expect(await get(cache, '/en')).toBe('200 Home 1');
  release();
  for (const address of addresses) await expect.poll(() => fileWords(address), seconds).toBe('New');
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
    renderings = [];
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
