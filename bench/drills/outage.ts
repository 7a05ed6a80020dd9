import { setTimeout as delay } from 'node:timers/promises';

import { waitUntil } from './support/clock.ts';
import { everyAddress, timeless } from './support/compare.ts';
import { Editor } from './support/editor.ts';
import type { Mode } from './support/proxy.ts';
import { Crowd, reader, type Reply } from './support/readers.ts';
import type { Report, Size } from './support/report.ts';
import { withSystem, type System } from './support/system.ts';

const sizes: Record<Size, { lastsMs: number; perSecond: number }> = {
  short: { lastsMs: 4000, perSecond: 50 },
  long: { lastsMs: 60_000, perSecond: 100 },
};
const FRESH_WITHIN_MS = 5000;
const REFUSED_WITHIN_MS = 3000;
const FAULTS = 10;
const EDITED = 'edited-again-and-again';

/** A way in which the CMS is not well: how it comes about, and how it ends. */
interface Outage { begin(system: System): Promise<void> | void; end(system: System): Promise<void> | void }

const seeming = (mode: Mode): Outage => ({
  begin: ({ instances }) => instances.forEach(({ proxy }) => proxy.turn(mode)),
  end: ({ instances }) => instances.forEach(({ proxy }) => proxy.turn('pass')),
});

const outages: Record<string, Outage> = {
  'killed': {
    begin: async ({ cms }) => {
      for (const each of cms) await each.end('SIGKILL');
    },
    end: async ({ cms }) => {
      for (const each of cms) await each.start();
    },
  },
  'stopped': { begin: ({ cms }) => cms.forEach(each => each.suspend()), end: ({ cms }) => cms.forEach(each => each.resume()) },
  'slow': seeming('slow'),
  'answering 500': seeming('error'),
  'answering half of the JSON': seeming('truncated'),
  'answering HTML': seeming('html'),
};

/**
 * Whatever becomes of the CMS, readers of pages that were rendered before notice nothing; a page that was never rendered says that it
 * cannot be shown, soon and to nobody else; and when the CMS is well again, what is published is visible soon.
 */
export async function outage(size: Size): Promise<Report> {
  const { lastsMs, perSecond } = sizes[size];
  return withSystem('drill-outage', { instanceCount: 1 }, async (system) => {
    const [site] = system.instances;
    if (site === undefined) throw new Error('An instance is needed');
    const editor = await Editor.signIn(system.cms.map(({ url }) => url), system.settings);
    const edited = await editor.create('article', 'en', { title: 'Edited', summary: 'It is edited again and again.', slug: EDITED });
    // Nobody comes by those that are made after this.
    const addresses = await everyAddress(site.url);
    const hidden = await hide(editor, Object.keys(outages));
    const ask = reader(site.url);
    const known = await settledPages(system, addresses);
    const figures: Record<string, unknown> = { pages: known.size, perSecond, lastsMs };
    const broken: string[] = [];

    for (const [name, { begin, end }] of Object.entries(outages)) {
      const never = hidden.shift();
      if (never === undefined) throw new Error('A page that was never rendered is needed');
      const crowd = new Crowd(site.url, [...known.keys()], perSecond, (path, reply) => faultOf(known.get(path), reply));
      await begin(system);
      await delay(Math.min(1000, lastsMs / 4));
      const refused = await ask.ask(`/en/articles/${never.slug}`);
      await delay(lastsMs);
      const readers = await crowd.end();
      broken.push(...crowd.failures.slice(0, FAULTS).map(failure => `${name}: ${failure}`), ...faultsOfRefusal(refused, size).map(fault => `${name}: ${fault}`));

      await end(system);
      const returned = performance.now();
      const title = `Well again after being ${name}`;
      await editor.publish('article', edited, 'en', { title });
      const isFresh = await waitUntil(async () => {
        const [page, first] = [await ask.ask(`/en/articles/${EDITED}`), await ask.ask(`/en/articles/${never.slug}`)];
        return page.body.includes(title) && first.status === 200;
      }, 60_000);
      const freshAfterMs = Math.round(performance.now() - returned);
      if (!isFresh || (size === 'long' && freshAfterMs > FRESH_WITHIN_MS)) broken.push(`${name}: what was published was visible after ${isFresh ? `${freshAfterMs} ms` : 'more than a minute'}`);
      figures[name] = { ...readers, refusedAfterMs: Math.round(refused.ms), freshAfterMs };
      for (const [path, reply] of await settledPages(system, [...known.keys()])) known.set(path, reply);
    }
    ask.end();
    return { figures, broken };
  });
}

/** Articles whose pages nobody has looked at. */
async function hide(editor: Editor, outages: string[]): Promise<{ documentId: string; slug: string }[]> {
  const hidden = [];
  for (const index of outages.keys()) {
    const slug = `never-looked-at-${index + 1}`;
    hidden.push({ slug, documentId: await editor.create('article', 'en', { title: `Never looked at ${index + 1}`, summary: 'Nobody has looked at it.', slug }) });
  }
  return hidden;
}

/** All pages, when no change is on its way any more. */
async function settledPages(system: System, addresses: string[]): Promise<Map<string, Reply>> {
  const [site] = system.instances;
  if (site === undefined || !await system.settled(site)) throw new Error('The site does not come to rest');
  const ask = reader(site.url);
  const pages = new Map<string, Reply>();
  for (const address of addresses) pages.set(address, await ask.ask(address));
  ask.end();
  return pages;
}

function faultOf(before: Reply | undefined, { status, body }: Reply): string | null {
  if (status !== before?.status) return `${status} instead of ${before?.status}`;
  return timeless(body) === timeless(before.body) ? null : 'another page than before';
}

function faultsOfRefusal({ status, headers, ms }: Reply, size: Size): string[] {
  return [
    ...(status === 503 ? [] : [`a page that was never rendered was answered ${status}`]),
    ...(headers['retry-after'] === undefined ? ['the answer to it did not say when to come again'] : []),
    ...(headers['cache-control'] === 'no-store' ? [] : [`the answer to it could be kept: ${String(headers['cache-control'])}`]),
    ...(size === 'short' || ms <= REFUSED_WITHIN_MS ? [] : [`the answer to it took ${Math.round(ms)} ms`]),
  ];
}
