import { describe, expect, test } from 'vitest';

import { article, change, cmsSays, content, fileWords, get, hold, inTheBackground, isThere, list, openCache, quiet, renderings, say, seconds, until, wordsOf, useSite } from './support/site-of-three-pages';

useSite();

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
    renderings.length = 0;
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
    renderings.length = 0;
    cache.changed([change('footer', { type: 'site' }), change('ivf')]);
    await expect.poll(() => renderings.length, seconds).toBe(3);
    expect(renderings).toEqual([article, list, '/en']);
    // What was edited is not kept waiting by what merely shows it.
    expect(inTheBackground).toEqual([list, '/en']);
  });

  test('comes first to the page in the language that was edited', async () => {
    const russian = '/ru/articles/eko';
    content.set(russian, { words: 'Article 1', keys: ['ivf', 'page:ivf', 'slug:article/eko'] });
    const cache = await openCache();
    for (const address of [russian, article, list]) await get(cache, address);
    expect(cache.peek(list)).toBeDefined();
    renderings.length = 0;
    cache.changed([change('ivf')]);
    await expect.poll(() => renderings.length, seconds).toBe(3);
    expect(renderings).toEqual([article, list, russian]);
    renderings.length = 0;
    cache.changed([change('ivf', { locale: null })]);
    await expect.poll(() => renderings.length, seconds).toBe(3);
    expect(inTheBackground.filter(address => address === russian)).toHaveLength(1);
  });

  test('that has passed leaves pages as they are, but for one that is rendered meanwhile', async () => {
    const cache = await openCache();
    await get(cache, list);
    const release = hold(article);
    const first = get(cache, article);
    await until(1, article);
    say(article, 'Article 2');
    cache.passed([change('ivf', { action: 'relinked' })]);
    release();
    expect(await first).toBe('200 Article 1');
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
    expect(renderings.filter(address => address === list)).toHaveLength(1);
  });

  test('that leaves the answers as they were renders nothing', async () => {
    const cache = await openCache();
    say(article, 'Article 1', { answers: ['/api/articles'] });
    await get(cache, article);
    cmsSays('the same');
    cache.changed([change('ivf')]);
    await expect.poll(() => cache.peek(article), seconds).toBeDefined();
    expect(renderings.length).toBe(1);
    cmsSays('something else');
    say(article, 'Article 2', { answers: ['/api/articles'] });
    cache.changed([change('ivf')]);
    await expect.poll(() => get(cache, article), seconds).toBe('200 Article 2');
  });

  test('renders where it cannot be said what the answers are', async () => {
    const cache = await openCache();
    say(article, 'Article 1', { answers: ['/api/articles'] });
    await get(cache, article);
    cmsSays('nothing');
    say(article, 'Article 2');
    cache.changed([change('ivf')]);
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
