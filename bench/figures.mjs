// Prints sizes and times of this build on this machine: `npm run figures`.
// They are for people to read; no test asserts an absolute time.
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';

import { startCms } from '../cms/tests/helpers/cms.ts';
import { launchBrowser } from '../scripts/lib/browser.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { freePort, stopAll } from '../scripts/lib/processes.mjs';
import { startSite } from '../scripts/lib/site.mjs';

const ROUNDS = 200;
const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1];
const line = (label, value) => console.log(`${label.padEnd(56)} ${value}`);
const ms = value => `${value.toFixed(1)} ms`;
const kb = bytes => `${(bytes / 1000).toFixed(1)} kB`;

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const cms = await startCms();
const site = await startSite({ ...process.env, ...cms.settings, CMS_URL: cms.url, WEB_PORT: String(await freePort()) });
const browser = await launchBrowser();
try {
  const list = await fetch(`${site.url}/en/articles`).then(response => response.text());
  const paths = [...new Set([...list.matchAll(/href="(\/en\/articles\/[\w-]+)"/g)].map(match => match[1]))];
  const pages = await Promise.all(paths.map(async path => ({ path, html: await fetch(site.url + path).then(response => response.text()) })));
  const article = pages.toSorted((a, b) => b.html.length - a.html.length)[0];
  line('article page', article.path);

  const asked = [];
  const listen = request => asked.push(request.url);
  cms.strapi.server.httpServer.on('request', listen);
  await fetch(site.url + article.path);
  cms.strapi.server.httpServer.off('request', listen);
  const rest = asked.toSorted((a, b) => b.length - a.length).find(url => url.startsWith('/api/articles?'));

  const queries = [];
  const count = query => queries.push(query.sql);
  cms.strapi.db.connection.on('query', count);
  await cms.read(rest);
  cms.strapi.db.connection.off('query', count);

  const restTimes = [];
  for (let round = 0; round < ROUNDS; round++) restTimes.push(await timed(() => cms.read(rest)));
  const pageTimes = [];
  for (let round = 0; round < ROUNDS; round++) pageTimes.push(await timed(() => fetch(site.url + article.path).then(response => response.text())));

  const { documentId } = await cms.strapi.documents('api::article.article').findFirst({ locale: 'en', filters: { slug: article.path.split('/').at(-1) } });
  const publishTimes = [];
  for (let round = 0; round < 10; round++) publishTimes.push(await timed(() => cms.strapi.documents('api::article.article').publish({ documentId, locale: 'en' })));

  line(`the article's REST answer, ${ROUNDS} requests, p50 and p99`, `${ms(percentile(restTimes, 0.5))}, ${ms(percentile(restTimes, 0.99))}`);
  line('  SQL queries for it', queries.length);
  line('REST requests for the whole page', asked.length);
  line(`the page rendered, ${ROUNDS} requests, p50 and p99`, `${ms(percentile(pageTimes, 0.5))}, ${ms(percentile(pageTimes, 0.99))}`);
  line('publishing it in one locale, median of 10', ms(percentile(publishTimes, 0.5)));
  line('its HTML, raw and brotli', `${kb(Buffer.byteLength(article.html))}, ${kb(brotliCompressSync(article.html).length)}`);

  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const responses = [];
  page.on('response', response => responses.push(response));
  await page.goto(site.url + article.path, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(responses.map(async response => ({ type: response.request().resourceType(), body: await response.body() })));
  line('requests when it is opened at 1440 px', bodies.length);
  for (const type of new Set(bodies.map(({ type }) => type))) {
    const ofType = bodies.filter(entry => entry.type === type).map(({ body }) => body);
    line(`  ${type}, ${ofType.length}, raw and brotli`, `${kb(ofType.reduce((sum, body) => sum + body.length, 0))}, ${kb(ofType.reduce((sum, body) => sum + brotliCompressSync(body).length, 0))}`);
  }
  line('node_modules', execFileSync('du', ['-sh', inRoot('node_modules')], { encoding: 'utf8' }).split('\t')[0]);
} finally {
  await browser.close();
  await stopAll();
  await cms.stop();
}
process.exit(0);
