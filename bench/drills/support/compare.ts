import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { crawl } from '../../../web/tests/e2e/support/crawl.ts';
import locales from '../../../locales.json' with { type: 'json' };
import type { Instance } from './system.ts';

/** What a site answers to an address. */
interface Answer { status: number; location: string | null; body: string }

const AT_ONCE = 4;
const PATIENCE = 10;
const NEARBY = 40;

/** All pages, lists, feeds and maps of a site. */
export async function everyAddress(siteUrl: string): Promise<string[]> {
  const codes = locales.map(({ code }) => code);
  const { pages, choices } = await crawl(siteUrl, codes.map(code => `/${code}`));
  const maps = ['/sitemap.xml', '/robots.txt', ...codes.flatMap(code => [`/${code}/sitemap.xml`, `/${code}/feed.xml`, `/${code}/costs.csv`])];
  const listed: string[] = [];
  for (const code of codes) {
    const map = await (await fetch(`${siteUrl}/${code}/sitemap.xml`)).text();
    listed.push(...[...map.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path = '']) => path));
  }
  const feeds = pages.filter(page => /^\/\w+\/treatments\/[^/]+$/.test(page)).map(page => `${page}/feed.xml`);
  const plain = choices.filter(choice => !choice.includes('/search?'));
  return [...new Set([...maps, ...pages, ...listed, ...feeds, ...plain])].sort();
}

/**
 * Where an instance answers otherwise than one that has rendered everything anew, and where its files do, which a web server hands out
 * without asking it.
 *
 * @param further addresses that nothing leads to any more.
 */
export async function differences(instance: Instance, fresh: Instance, addresses: string[], further: string[] = []): Promise<string[]> {
  const found: string[] = [];
  await inTurns([...addresses, ...further], async (address) => {
    const [own, wanted] = await Promise.all([ask(instance.url, address), ask(fresh.url, address)]);
    const difference = differenceOf(own, wanted);
    if (difference !== null) found.push(`${instance.program.name} ${address}: ${difference}`);
  });
  await inTurns(addressesOfFiles(instance.pages), async ({ address, file }) => {
    const wanted = await ask(fresh.url, address);
    for (const body of bodiesOf(file)) {
      const difference = differenceOf({ status: 200, location: null, body }, wanted);
      if (difference !== null) found.push(`${instance.program.name} file of ${address}: ${difference}`);
    }
  });
  return found.sort();
}

/** A machine that has much to do may make the CMS too slow for a page that is not kept: that is asked for again. */
async function ask(siteUrl: string, address: string): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1, await delay(1000)) {
    const answer = await fetch(siteUrl + address, { redirect: 'manual', headers: { 'accept': 'text/html', 'accept-encoding': 'identity' } });
    const body = Buffer.from(await answer.arrayBuffer()).toString();
    if (answer.status !== 503 || attempt === PATIENCE) return { status: answer.status, location: answer.headers.get('location'), body };
  }
}

function differenceOf(own: Answer, wanted: Answer): string | null {
  if (own.status !== wanted.status || own.location !== wanted.location) return `${own.status} ${own.location ?? ''} instead of ${wanted.status} ${wanted.location ?? ''}`;
  const [one, other] = [timeless(own.body), timeless(wanted.body)];
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (body: string) => JSON.stringify(body.slice(Math.max(0, at - NEARBY), at + NEARBY));
  return `at ${at}: ${near(one)} instead of ${near(other)}`;
}

/** A page without the time at which it was rendered, which that of the request form says beside the opening hours. */
export function timeless(body: string): string {
  return body.replace(/(As\s+of|По\s+состоянию\s+на)[^:<]*:\d\d/g, '$1 …');
}

/** A page's file, unpacked, and what is packed beside it. */
function bodiesOf(file: string): string[] {
  const [brotli, gzip] = [`${file}.br`, `${file}.gz`];
  return [
    ...(existsSync(file) ? [readFileSync(file, 'utf8')] : []),
    ...(existsSync(brotli) ? [brotliDecompressSync(readFileSync(brotli)).toString()] : []),
    ...(existsSync(gzip) ? [gunzipSync(readFileSync(gzip)).toString()] : []),
  ];
}

function addressesOfFiles(pages: string): { address: string; file: string }[] {
  const folder = join(pages, 'pages');
  return globSync('**/*.{html,xml,txt,csv}', { cwd: folder }).map(name => ({ address: `/${name}`.replace(/\/index\.html$/, ''), file: join(folder, name) }));
}

async function inTurns<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  }));
}
