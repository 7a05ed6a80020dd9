import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { afterEach, beforeEach, expect, vi } from 'vitest';

import { priorityHeaders } from '../../../../server/cms/background';
import type { Change, Position } from '../../../../server/cms/change-feed';
import { holdsUntil, madeOf, restsOn } from '../../../../server/cms/dependencies';
import { plainBody, type Page, type Rendering } from '../../../../server/page-cache/page';
import { PageCache } from '../../../../server/page-cache/page-cache';
import { PageFiles } from '../../../../server/page-cache/page-files';

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

export const article = '/en/articles/ivf';
export const list = '/en/articles';
export const seconds = { timeout: 5000, interval: 5 };

export const folder = join(tmpdir(), `polyclinic-cache-${randomUUID()}`);
export const content = new Map<string, Content>();
export const renderings: string[] = [];
/** Those of which nobody waits for the answers of the CMS. */
export const inTheBackground: string[] = [];
/** Renderings of these addresses wait. */
export const held = new Map<string, Promise<null>>();
let same: boolean | Error = false;
export const settled: Position[] = [];
const open: PageCache[] = [];

/** Has the tests of a file begin with a site of three pages and an empty folder each. */
export function useSite(): void {
  beforeEach(async () => {
    await mkdir(folder);
    content.clear();
    content.set(article, { words: 'Article 1', keys: ['ivf', 'page:ivf', 'slug:article/ivf', 'footer'] });
    content.set(list, { words: 'List 1', keys: ['list:article', 'ivf', 'footer'] });
    content.set('/en', { words: 'Home 1', keys: ['home', 'page:home', 'footer'] });
    renderings.length = 0;
    inTheBackground.length = 0;
    held.clear();
    same = false;
    settled.length = 0;
    open.length = 0;
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    for (const cache of open) await cache.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

async function render(address: string): Promise<Rendering> {
  renderings.push(address);
  if ('priority' in priorityHeaders()) inTheBackground.push(address);
  // Read before the wait, as the CMS answers before the page is made of it.
  const { words, keys, status = 200, headers = {}, answers = [], isStale = false, until = Infinity } = content.get(address) ?? { words: 'Not found', keys: [`slug:article/${address.split('/').at(-1)}`], status: 404 };
  await held.get(address);
  restsOn(keys);
  for (const each of answers) madeOf({ address: each, digest: each, keys: new Set(), isStale: false });
  if (isStale) madeOf({ address: 'old', digest: 'old', keys: new Set(), isStale });
  holdsUntil(until);
  return { status, headers: { 'content-type': 'text/html', ...headers }, body: Buffer.from(words) };
}

export async function openCache({ build = 'build-1', maxBytes = 10_000_000, load = true } = {}): Promise<PageCache> {
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

export const change = (documentId: string, given: Partial<Change> = {}): Change => ({ type: 'article', documentId, locale: 'en', slug: documentId, action: 'changed', by: null, leadsTo: null, ...given });
export const gone = (documentId: string) => change(documentId, { action: 'gone' });
export const wordsOf = (page: Page) => `${page.status} ${plainBody(page).toString()}`;
export const get = async (cache: PageCache, address: string, kept: 'files' | 'memory' | 'none' = 'files') => wordsOf(await cache.get({ address, kept }));
export const say = (address: string, words: string, given: Partial<Content> = {}) => content.set(address, { keys: content.get(address)?.keys ?? [], words, ...given });
export const isThere = (address: string) => new PageFiles(folder, 'any').read(address).then(read => read !== null);
export const fileWords = (address: string) => new PageFiles(folder, 'any').read(address).then(read => (read === null ? null : plainBody(read.page).toString()));

/** Has the renderings of an address wait until the returned function is called. */
export function hold(address: string): () => void {
  const { promise, resolve } = Promise.withResolvers<null>();
  held.set(address, promise);
  return () => {
    held.delete(address);
    resolve(null);
  };
}

/** Has the removal of files wait until the returned function is called. */
export function holdRemovals(): () => void {
  const { promise, resolve } = Promise.withResolvers<null>();
  const remove = PageFiles.prototype.remove;
  vi.spyOn(PageFiles.prototype, 'remove').mockImplementation(async function (this: PageFiles, address) {
    await promise;
    return remove.call(this, address);
  });
  return () => resolve(null);
}

export async function until(count: number, address: string): Promise<void> {
  await expect.poll(() => renderings.filter(each => each === address).length, seconds).toBe(count);
}

/** Time for whatever might wrongly happen. */
export async function quiet(): Promise<void> {
  for (let each = 0; each < 50; each += 1) await turn();
}

/** From now on the CMS says the same as before, something else, or nothing at all. */
export function cmsSays(said: 'the same' | 'something else' | 'nothing'): void {
  same = said === 'nothing' ? new Error('down') : said === 'the same';
}
