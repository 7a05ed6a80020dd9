// Asks Lighthouse what it thinks of the pages that readers come to most: `npm run lighthouse`.
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';

import lighthouse from 'lighthouse';

import { launchBrowser } from '../scripts/lib/browser.mjs';
import { withDemoSystem } from '../scripts/lib/demo-system.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { freePort } from '../scripts/lib/processes.mjs';
import { machineFacts } from './speed/machine.mjs';
import { table } from './speed/report.mjs';
import { median } from './speed/statistics.mjs';

const RUNS = 5;
const pages = { home: '/en', article: '/en/articles/stem-cells-for-multiple-sclerosis', costs: '/en/costs', clinics: '/en/clinics' };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const times = { LCP: 'largest-contentful-paint', TBT: 'total-blocking-time', CLS: 'cumulative-layout-shift' };

/** One visit of a phone on a slow line, as Lighthouse imitates it. */
async function visit(url) {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const { lhr } = await lighthouse(url, { port, logLevel: 'error', onlyCategories: categories });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    return {
      scores: Object.fromEntries(categories.map(name => [name, Math.round(lhr.categories[name].score * 100)])),
      times: Object.fromEntries(Object.entries(times).map(([name, audit]) => [name, lhr.audits[audit].numericValue])),
      // What a score of less than 100 rests on.
      failed: categories.flatMap(name => lhr.categories[name].auditRefs).filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}

function summary(runs) {
  const of = (group, name) => median(runs.map(run => run[group][name]));
  return {
    scores: Object.fromEntries(categories.map(name => [name, of('scores', name)])),
    times: Object.fromEntries(Object.keys(times).map(name => [name, of('times', name)])),
    failed: [...new Set(runs.flatMap(({ failed }) => failed))],
  };
}

const results = {};
await withDemoSystem(async ({ siteUrl, browser }) => {
  await browser.close();
  for (const [name, path] of Object.entries(pages)) {
    // The pictures are fetched from the CMS, and the page is rendered, before anybody measures.
    await visit(siteUrl + path);
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await visit(siteUrl + path));
    results[name] = { path, ...summary(runs), runs };
    console.log(`${name}: ${Object.values(results[name].scores).join(' ')}`, results[name].failed.join(', '));
  }
});

const day = new Date().toISOString().slice(0, 10);
const rows = Object.entries(results).map(([name, { scores, times: { LCP, TBT, CLS } }]) =>
  [name, ...Object.values(scores).map(String), `${Math.round(LCP)} ms`, `${Math.round(TBT)} ms`, CLS.toFixed(3)]);
const report = table([['page', ...categories, ...Object.keys(times)], ...rows]);
const file = inRoot('bench/results', `${day}-lighthouse`);
mkdirSync(inRoot('bench/results'), { recursive: true });
writeFileSync(`${file}.json`, `${JSON.stringify({ day, machine: machineFacts(), runs: RUNS, results }, null, 2)}\n`);
writeFileSync(`${file}.md`, `# Lighthouse, ${day}\n\nA phone as Lighthouse imitates it; medians of ${RUNS} runs.\n\n${report}\n`);
console.log(`\n${report}`);
process.exit(0);
