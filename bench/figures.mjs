// Prints sizes and times of this build on this machine: `npm run figures`.
// They are for people to read; no test asserts an absolute time.
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';

import { withDemoSystem } from '../scripts/lib/demo-system.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';

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

await withDemoSystem(async ({ cms, siteUrl, browser }) => {
  const list = await fetch(`${siteUrl}/en/articles`).then(response => response.text());
  const paths = [...new Set([...list.matchAll(/href="(\/en\/articles\/[\w-]+)"/g)].map(match => match[1]))];
  const pages = await Promise.all(paths.map(async path => ({ path, html: await fetch(siteUrl + path).then(response => response.text()) })));
  const article = pages.toSorted((a, b) => b.html.length - a.html.length)[0];
  line('article page', article.path);

  const asked = [];
  const listen = request => asked.push(request.url);
  cms.strapi.server.httpServer.on('request', listen);
  await fetch(siteUrl + article.path);
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
  for (let round = 0; round < ROUNDS; round++) pageTimes.push(await timed(() => fetch(siteUrl + article.path).then(response => response.text())));

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
  const requests = [];
  page.on('requestfinished', request => requests.push(request));
  await page.goto(siteUrl + article.path, { waitUntil: 'networkidle' });
  const sent = await Promise.all(requests.map(async request => ({ type: request.resourceType(), url: request.url(), bytes: (await request.sizes()).responseBodySize })));
  line('requests when it is opened at 1440 px', sent.length);
  for (const type of new Set(sent.map(entry => entry.type))) {
    const ofType = sent.filter(entry => entry.type === type);
    line(`  ${type}`, `${ofType.length}, ${kb(ofType.reduce((sum, { bytes }) => sum + bytes, 0))}`);
  }
  const styles = await Promise.all(sent.filter(({ type }) => type === 'stylesheet').map(({ url }) => fetch(url).then(response => response.text())));
  line('its CSS, raw and brotli', `${kb(Buffer.byteLength(styles.join('')))}, ${kb(brotliCompressSync(styles.join('')).length)}`);
  line('node_modules', execFileSync('du', ['-sh', inRoot('node_modules')], { encoding: 'utf8' }).split('\t')[0]);
});
process.exit(0);
