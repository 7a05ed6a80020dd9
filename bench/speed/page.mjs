import { existsSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The answer as it comes over the wire: `fetch` would decompress it.
 *
 * @param {string} url
 * @param {string} coding what is accepted
 * @returns {Promise<{ status: number, coding: string, body: Buffer, headerBytes: number }>}
 */
export function askRaw(url, coding) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': coding } }, (answer) => {
      const chunks = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({
        status: answer.statusCode,
        coding: answer.headers['content-encoding'] ?? 'identity',
        body: Buffer.concat(chunks),
        headerBytes: answer.rawHeaders.join('').length,
      }));
    });
    asked.on('error', reject).end();
  });
}

/** Addresses of articles, in the order of the list; as many as its first pages have. */
export async function articlePaths(siteUrl, locale, count) {
  const found = new Set();
  for (let page = 1; found.size < count && page <= count; page++) {
    const before = found.size;
    const list = await fetch(`${siteUrl}/${locale}/articles${page === 1 ? '' : `?page=${page}`}`).then(response => response.text());
    for (const [, link] of list.matchAll(/href="(\/[\w-]+\/articles\/[\w-]+)"/g)) if (link.startsWith(`/${locale}/`)) found.add(link);
    if (found.size === before) break;
  }
  return [...found].slice(0, count);
}

/** The largest of some pages, with the time that each took when it was first asked for. */
export async function readPages(siteUrl, paths) {
  const pages = [];
  for (const link of paths) {
    const started = performance.now();
    const { status, body } = await askRaw(siteUrl + link, 'identity');
    if (status !== 200) throw new Error(`${link} was answered ${status}.`);
    pages.push({ path: link, bytes: body.length, ms: performance.now() - started });
  }
  return pages;
}

/** Waits until a page is compressed, which may be done after it was first sent; where nobody compresses it, gives it as it is. */
export async function settledAnswer(url) {
  for (let attempt = 0; attempt < 20; attempt++, await sleep(250)) {
    const answer = await askRaw(url, 'br');
    if (answer.coding === 'br') return answer;
  }
  return askRaw(url, 'br');
}

/** Whether the site keeps the page as a file, for nginx to send. */
export async function isKept(pageCache, link) {
  const file = path.join(pageCache, 'pages', link, 'index.html');
  for (let attempt = 0; attempt < 20 && !existsSync(file); attempt++) await sleep(250);
  return existsSync(file);
}
