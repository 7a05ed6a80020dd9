import { setTimeout as delay } from 'node:timers/promises';

import { percentile, waitUntil } from './support/clock.ts';
import { everyAddress } from './support/compare.ts';
import { Editor } from './support/editor.ts';
import { reader, type Reply } from './support/readers.ts';
import type { Report, Size } from './support/report.ts';
import { withSystem, type Instance } from './support/system.ts';

const sizes: Record<Size, { publications: number; everyMs: number; withdrawals: number }> = {
  short: { publications: 3, everyMs: 500, withdrawals: 1 },
  long: { publications: 100, everyMs: 2000, withdrawals: 100 },
};
/** What is not to be seen by then is missed. */
const PATIENCE_MS = 15_000;
const LOCALES = ['en', 'ru'];
const LONGEST_MEDIAN_MS = 150;
const LONGEST_MS = 1000;

/** Something that is to be seen at an address. */
interface Sight { name: string; path: string; isSeen(reply: Reply): boolean }

/** How long it took until all instances showed each thing; infinite where they did not. */
type Times = Record<string, number[]>;

/**
 * What is published is visible at once on all instances, and what is unpublished, deleted or moved is gone from its page, the lists,
 * the feeds, the map of the site and the search.
 */
export async function visible(size: Size): Promise<Report> {
  const { publications, everyMs, withdrawals } = sizes[size];
  return withSystem('drill-visible', {}, async ({ cms, instances, settings }) => {
    for (const { url } of instances) await everyAddress(url);
    const watchers = instances.map(watcherOf);
    const editor = await Editor.signIn(cms.map(({ url }) => url), settings);
    const times: Times = {};

    const versions = (await Promise.all(LOCALES.map(async locale => (await editor.list('article', locale)).map(version => ({ ...version, locale }))))).flat();
    const documents = [...new Set(versions.map(({ documentId }) => documentId))];
    for (let number = 1; number <= publications; number += 1) {
      const documentId = documents[number % documents.length];
      const turn = delay(everyMs);
      for (const { locale, slug } of versions.filter(version => version.documentId === documentId)) {
        const title = wordsOf(locale, number);
        await editor.publish('article', documentId ?? '', locale, { title });
        await measure(times, watchers, [{ name: 'published', path: `/${locale}/articles/${slug}`, isSeen: ({ status, body }) => status === 200 && body.includes(title) }]);
      }
      await turn;
    }

    for (let number = 1; number <= withdrawals; number += 1) {
      for (const kind of ['unpublished', 'deleted', 'moved'] as const) {
        const locale = LOCALES[number % LOCALES.length] ?? 'en';
        const slug = `${kind}-${number}`;
        const title = `${wordsOf(locale, number)} ${kind === 'moved' ? 'Quokka' : 'Numbat'}${number}`;
        const path = `/${locale}/articles/${slug}`;
        const documentId = await editor.create('article', locale, { title, summary: `${title}.`, slug });
        const seen = seenAt(locale, path, title);
        await measure(times, watchers, seen.map(sight => ({ ...sight, name: `new: ${sight.name}` })));

        if (kind === 'unpublished') await editor.unpublish('article', documentId, locale);
        else if (kind === 'deleted') await editor.remove('article', documentId);
        else await editor.publish('article', documentId, locale, { slug: `${slug}-on` });
        const status = kind === 'moved' ? 301 : 410;
        await measure(times, watchers, seen.map(sight => ({
          ...sight,
          name: `${kind}: ${sight.name}`,
          isSeen: reply => (sight.path === path ? reply.status === status : reply.status === 200 && !sight.isSeen(reply)),
        })));
      }
    }
    for (const { end } of watchers) end();
    return { figures: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)])), broken: faultsOf(times, size) };
  });
}

/** Where a new article is to be seen. */
function seenAt(locale: string, path: string, title: string): Sight[] {
  const leadsThere = ({ body }: Reply) => new RegExp(`${path}["#<?]`).test(body);
  const word = title.split(' ').at(-1) ?? '';
  return [
    { name: 'page', path, isSeen: ({ status }) => status === 200 },
    { name: 'list', path: `/${locale}/articles`, isSeen: leadsThere },
    { name: 'feed', path: `/${locale}/feed.xml`, isSeen: leadsThere },
    { name: 'sitemap', path: `/${locale}/sitemap.xml`, isSeen: leadsThere },
    { name: 'search', path: `/${locale}/search?q=${word}`, isSeen: leadsThere },
  ];
}

type Watcher = ReturnType<typeof watcherOf>;

function watcherOf({ url }: Instance) {
  const { ask, end } = reader(url, 8);
  return {
    end,
    /** After how long something is to be seen. */
    async watch({ path, isSeen }: Sight): Promise<number> {
      const started = performance.now();
      // As browsers do: what has not changed is not sent again, and costs the machine that is measured next to nothing.
      let known = '';
      const isThere = await waitUntil(async () => {
        const reply = await ask(path, { 'accept-encoding': 'gzip', ...(known === '' ? {} : { 'if-none-match': known }) });
        if (reply.status === 304) return false;
        known = String(reply.headers['etag'] ?? '');
        return isSeen(reply);
      }, PATIENCE_MS, 4);
      return isThere ? performance.now() - started : Infinity;
    },
  };
}

async function measure(times: Times, watchers: Watcher[], sights: Sight[]): Promise<void> {
  await Promise.all(sights.map(async (sight) => {
    const all = await Promise.all(watchers.map(({ watch }) => watch(sight)));
    (times[sight.name] ??= []).push(Math.max(...all));
  }));
}

function summary(all: number[]): object {
  const [p50Ms, p99Ms, slowestMs] = [0.5, 0.99, 1].map(share => Math.round(percentile(all, share)));
  return { times: all.length, p50Ms, p99Ms, slowestMs, missed: all.filter(ms => ms === Infinity).length };
}

/** Absolute times are promised for a machine that does nothing else. */
function faultsOf(times: Times, size: Size): string[] {
  const faults = Object.entries(times).flatMap(([name, all]) => {
    const missed = all.filter(ms => ms === Infinity).length;
    return missed === 0 ? [] : [`${name}: ${missed} of ${all.length} were not to be seen within ${PATIENCE_MS} ms`];
  });
  if (size === 'short') return faults;
  const median = percentile(times['published'] ?? [], 0.5);
  if (median > LONGEST_MEDIAN_MS) faults.push(`published: half of them took longer than ${LONGEST_MEDIAN_MS} ms`);
  for (const [name, all] of Object.entries(times)) {
    const share = name === 'published' ? 0.99 : 1;
    if (!name.startsWith('new') && percentile(all, share) > LONGEST_MS) faults.push(`${name}: ${Math.round(percentile(all, share))} ms, more than ${LONGEST_MS}`);
  }
  return faults;
}

const wordsOf = (locale: string, number: number) => (locale === 'en' ? `Published as number ${number}` : `Опубликовано под номером ${number}`);
