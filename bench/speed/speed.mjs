// Measures how fast pages are served, against nginx on the same machine: `npm run bench`. What is measured and why: docs/measuring.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { hasNginx, howToInstallNginx, nginxVersion } from '../../scripts/lib/nginx-program.mjs';
import { fail } from '../../scripts/lib/messages.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { stopOnSignals } from '../../scripts/lib/system.mjs';
import { coresOf, machineFacts } from './machine.mjs';
import { articlePaths, askRaw, isKept, readPages, settledAnswer } from './page.mjs';
import { report } from './report.mjs';
import { atHalf, inRounds, ratio, summary } from './rounds.mjs';
import { untilQuiet } from './processor-time.mjs';
import { percentile } from './statistics.mjs';
import { sameHeaders, startPlainNginx, startSiteNginx, withMeasuredSystem } from './system.mjs';
import { hasWrk, howToInstallWrk, wrkVersion } from './wrk.mjs';

const LOCALE = 'en';
const CONNECTIONS = 64;
const RENDERING_CONNECTIONS = 4;
const FIRST_PAGES = 30;
const QUIET_WITHIN_SECONDS = 240;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    name: { type: 'string', default: 'speed' },
  },
});
const [articles, rounds, seconds] = ['articles', 'rounds', 'seconds'].map((option) => {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 1) fail(`--${option} takes a whole number, not "${values[option]}".`);
  return number;
});
if (!/^[\w-]+$/.test(values.name)) fail(`--name takes letters, digits and hyphens, not "${values.name}".`);
if (!hasNginx) fail(howToInstallNginx);
if (!hasWrk) fail(howToInstallWrk);
const machine = { ...machineFacts(), nginx: nginxVersion(), wrk: wrkVersion() };
if (machine.cores < 2) fail('Measuring takes two cores: one for the server, one for the client.');

const WEB = 'web process, page cache';
const PLAIN = 'nginx, the same bytes in a file';
const PLAIN_HEADERS = 'nginx, the same bytes, the same headers';
const FILES = 'nginx, page files of the site';
const RENDERED = 'web process, each page rendered';

stopOnSignals();
const cores = coresOf();
const say = line => console.log(line);

await withMeasuredSystem({ articles, cores }, async ({ corpus, site, rendering, pageCache }) => {
  const paths = await articlePaths(site.url, LOCALE, FIRST_PAGES);
  const pages = await readPages(site.url, paths);
  const page = pages.toSorted((a, b) => b.bytes - a.bytes)[0];
  const sent = await settledAnswer(site.url + page.path);
  const isCached = await isKept(pageCache, page.path);

  const answers = [sent, await askRaw(site.url + page.path, 'identity')];
  const plain = await startPlainNginx({ answers, core: cores.server });
  const plainHeaders = await startPlainNginx({ answers, core: cores.server, settings: sameHeaders(LOCALE) });
  const files = await startSiteNginx({ siteUrl: site.url, pageCache, core: cores.server });
  try {
    await sameBytes(sent, plain.url);
    if (isCached) {
      await sameBytes(sent, files.url + page.path);
      await sameHeaderBytes(files.url + page.path, plainHeaders.url);
    }
    const cached = [
      { name: WEB, url: site.url + page.path, pid: site.pid, connections: isCached ? CONNECTIONS : RENDERING_CONNECTIONS },
      { name: PLAIN, url: plain.url, pid: plain.pid, connections: CONNECTIONS },
      { name: PLAIN_HEADERS, url: plainHeaders.url, pid: plainHeaders.pid, connections: CONNECTIONS },
      ...(isCached ? [{ name: FILES, url: files.url + page.path, pid: files.pid, connections: CONNECTIONS }] : []),
    ];
    say('  waiting until the site has rendered what it renders ahead');
    const isQuiet = await untilQuiet(site.pid, QUIET_WITHIN_SECONDS);
    const options = { rounds, seconds, core: cores.client, say };
    const peak = await inRounds([...cached, { name: RENDERED, url: rendering.url + page.path, pid: rendering.pid, connections: RENDERING_CONNECTIONS }], options);
    say('  at half of that');
    const halves = cached.map(target => atHalf(target, peak.get(target.name)));
    const half = await inRounds(halves, options);

    const times = pages.map(({ ms }) => ms);
    write({
      name: values.name,
      day: new Date().toISOString().slice(0, 10),
      machine,
      setup: { ...corpus, rounds, seconds, connections: CONNECTIONS, page: { bytes: page.bytes, sentBytes: sent.body.length, headerBytes: sent.headerBytes, coding: sent.coding } },
      peak: summaries(peak),
      half: Object.fromEntries(halves.map(({ name, connections }) => [name, { ...summary(half.get(name)), connections }])),
      ratios: ratiosOf(peak, isCached),
      firstRendering: { pages: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
      missing: [
        ...(isQuiet ? [] : ['The web process was still rendering pages ahead while it was measured.']),
        ...(isCached ? [] : ['The site kept no file of the page: it has no page cache, so each answer of the web process was rendered.']),
      ],
    });
  } finally {
    await files.stop();
    await plainHeaders.stop();
    await plain.stop();
  }
});
process.exit(0);

/** Makes sure that what is compared is the same page. */
async function sameBytes(sent, url) {
  const other = await askRaw(url, 'br');
  if (other.status !== 200 || !other.body.equals(sent.body)) throw new Error(`${url} answers other bytes than the web process.`);
}

/** Makes sure that what is compared has as much to send before the page. */
async function sameHeaderBytes(url, other) {
  const [one, two] = await Promise.all([url, other].map(each => askRaw(each, 'br')));
  if (one.headerBytes !== two.headerBytes) throw new Error(`${other} answers ${two.headerBytes} bytes of headers, ${url} ${one.headerBytes}.`);
}

function summaries(results) {
  return Object.fromEntries([...results].map(([name, rounds]) => [name, { ...summary(rounds), rounds }]));
}

function ratiosOf(peak, isCached) {
  const compared = [[WEB, PLAIN], ...(isCached ? [[FILES, PLAIN], [FILES, PLAIN_HEADERS], [WEB, FILES], [WEB, RENDERED]] : [])];
  return Object.fromEntries(compared.map(([name, other]) => [`${name} / ${other}`, ratio(peak, name, other)]));
}

function write(result) {
  const file = inRoot('bench/results', `${result.day}-${result.name}`);
  mkdirSync(inRoot('bench/results'), { recursive: true });
  writeFileSync(`${file}.json`, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(`${file}.md`, report(result));
  console.log(`\n${report(result)}`);
}
