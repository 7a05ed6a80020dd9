import { watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

import { waitUntil } from './support/clock.ts';
import { everyAddress } from './support/compare.ts';
import { Editor } from './support/editor.ts';
import { reader } from './support/readers.ts';
import type { Report, Size } from './support/report.ts';
import { withSystem, type Instance } from './support/system.ts';

const sizes: Record<Size, { clients: number; junk: number; values: number }> = {
  short: { clients: 100, junk: 1000, values: 50 },
  long: { clients: 500, junk: 100_000, values: 2000 },
};
const PATIENCE_MS = 30_000;
/** What is collected late. */
const MOST_GROWTH_BYTES = 150 * 1024 * 1024;
/** Whatever is rendered. */
const MOST_BYTES = 1024 ** 3;
const LONGEST_START_MS = 2000;
const AT_ONCE = 32;

/** Many who want the same page at once make for one rendering of it, and addresses that nobody made up for readers cost nothing to speak of. */
export async function stampede(size: Size): Promise<Report> {
  const { clients, junk, values } = sizes[size];
  return withSystem('drill-stampede', { instanceCount: 1 }, async (system) => {
    const [site] = system.instances;
    if (site === undefined) throw new Error('An instance is needed');
    const editor = await Editor.signIn(system.cms.map(({ url }) => url), system.settings);
    const broken: string[] = [];
    const figures: Record<string, unknown> = { clients };
    const slug = 'wanted-by-all';
    const path = `/en/articles/${slug}`;
    const documentId = await editor.create('article', 'en', { title: 'Wanted by all', summary: 'All want it.', slug });
    await system.settled(site);
    const neighbour = await editor.create('article', 'en', { title: 'The first of its folder', summary: 'It makes the folder.', slug: 'first-of-its-folder' });
    await waitUntil(async () => (await reader(site.url).ask('/en/articles/first-of-its-folder')).status === 200, PATIENCE_MS, 50);
    await editor.remove('article', neighbour);
    await system.settled(site);

    const cold = await renderingsOf(site, path, async () => {
      const replies = await askAll(site, path, clients);
      const wrong = replies.filter(({ status }) => status !== 200).length;
      if (wrong > 0) broken.push(`${wrong} of ${clients} did not get a page that nobody had looked at`);
    });
    const expired = await renderingsOf(site, path, async () => {
      const isFresh = expiredReaders(site, path, clients, 'Wanted anew');
      changeAtOnce(system.settings['DATABASE_FILENAME'] ?? '', documentId, 'Wanted anew');
      if (!await isFresh) broken.push('the readers of an expired page did not see the new one');
    });
    Object.assign(figures, { renderingsOfAPageNeverLookedAt: cold, renderingsOfAnExpiredPage: expired });
    if (cold !== 1) broken.push(`a page that nobody had looked at was rendered ${cold} times`);
    if (expired !== 1) broken.push(`an expired page was rendered ${expired} times`);

    await everyAddress(site.url);
    await system.settled(site);
    const wanted = await reader(site.url).ask(path);
    figures['junk queries'] = await flood(site, junk, number => ({ path: `${path}?junk${number}=${number}` }), wanted.body, broken, 'a junk query');
    figures['junk ranges'] = await flood(site, Math.ceil(junk / 10), number => ({ path, headers: { range: `bytes=${number}-${number + 10}` } }), wanted.body, broken, 'a range');
    figures['junk values of a filter'] = await flood(site, values, number => ({ path: `/en/costs?treatment=junk-${number}` }), null, broken, 'a value');
    figures['junk slugs'] = await flood(site, values, number => ({ path: `/en/articles/junk-${number}` }), null, broken, 'a slug');

    for (const isCmsThere of [true, false]) {
      await site.program.end();
      site.proxy.turn(isCmsThere ? 'pass' : 'cut');
      const startMs = Math.round(await site.program.start(path));
      const reply = await reader(site.url).ask(path);
      if (reply.body !== wanted.body) broken.push('after a restart the page was another one');
      if (size === 'long' && startMs > LONGEST_START_MS) broken.push(`a restart took ${startMs} ms to its first page`);
      figures[`first page after a restart ${isCmsThere ? 'with' : 'without'} the CMS, ms`] = startMs;
    }
    return { figures, broken };
  });
}

/** One change in one transaction: publishing makes several, and each may be told by itself. */
function changeAtOnce(file: string, documentId: string, title: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.prepare('UPDATE articles SET title = ? WHERE document_id = ? AND published_at IS NOT NULL').run(title, documentId);
  database.close();
}

/** How often a page of this folder was written while something happened: once for each rendering that was kept. */
async function renderingsOf(site: Instance, path: string, work: () => Promise<void>): Promise<number> {
  const file = join(site.pages, 'about', `${path}.json`);
  let count = 0;
  const watcher = watch(dirname(file), (event, name) => {
    // It is written under another name first.
    if (event === 'rename' && name === basename(file)) count += 1;
  });
  await work();
  await delay(500);
  watcher.close();
  return count;
}

async function askAll(site: Instance, path: string, clients: number) {
  const { ask, end } = reader(site.url, clients);
  const replies = await Promise.all(Array.from({ length: clients }, () => ask(path)));
  end();
  return replies;
}

/** Readers who ask for a page again and again until it has the words. */
async function expiredReaders(site: Instance, path: string, clients: number, words: string): Promise<boolean> {
  const { ask, end } = reader(site.url, clients);
  const seen = await Promise.all(Array.from({ length: clients }, () => waitUntil(async () => (await ask(path)).body.includes(words), PATIENCE_MS, 1)));
  end();
  return seen.every(Boolean);
}

/** @param page that is to be answered, without the CMS; null where there is something to render each time. */
async function flood(
  { url, program, proxy }: Instance, count: number, of: (number: number) => { path: string; headers?: Record<string, string> },
  page: string | null, broken: string[], what: string,
): Promise<object> {
  const { ask, end } = reader(url, AT_ONCE);
  const memoryBefore = program.memoryBytes();
  const askedBefore = proxy.asked.length;
  const started = performance.now();
  let [number, wrong, refused] = [0, 0, 0];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (number < count) {
      number += 1;
      const { path, headers } = of(number);
      const { status, body } = await ask(path, headers);
      if (status === 503) refused += 1;
      if (page === null ? status >= 500 && status !== 503 : status !== 200 || body !== page) wrong += 1;
    }
  }));
  end();
  const seconds = (performance.now() - started) / 1000;
  const memoryAfter = program.memoryBytes();
  const asked = proxy.asked.length - askedBefore;
  if (wrong > 0) broken.push(`${wrong} of ${count}: ${what} led to a wrong answer`);
  if (page !== null && asked > 0) broken.push(`the CMS was asked ${asked} times for ${what}`);
  if (page !== null && memoryAfter - memoryBefore > MOST_GROWTH_BYTES) broken.push(`${count} times ${what} took ${inMb(memoryAfter - memoryBefore)}`);
  if (memoryAfter > MOST_BYTES) broken.push(`with ${what} the process grew to ${inMb(memoryAfter)}`);
  return { requests: count, perSecond: Math.round(count / seconds), refused, cmsAsked: asked, memoryBefore: inMb(memoryBefore), memoryAfter: inMb(memoryAfter) };
}

const inMb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
