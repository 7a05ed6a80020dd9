import { createServer, type Server } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers } from '../e2e/support/barriers';
import { connectBrowser } from '../e2e/support/browser';
import { pseudoSite } from '../../../scripts/lib/pseudo.mjs';
import type { Running } from '../e2e/support/processes';
import { startSite } from '../e2e/support/programs';
import { addPseudoContent, changeDatabase } from './support/content';
import { overflowing } from './support/in-page';
import { removeContent } from './support/long-content';
import { startPseudo } from './support/programs';
import { pseudoLocales } from './support/pseudo';

const locales = ['en', 'ru', ...pseudoLocales.map(({ code }) => code)];

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(() => browser.close());

/** What a reader meets of a page at 320 px. */
async function look(url: string) {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
  const answer = await page.goto(url);
  const found = {
    status: answer?.status(),
    headers: answer?.headers() ?? {},
    words: await page.locator('main').innerText(),
    headings: await page.locator('h1').count(),
    // A heading, a list or a table over nothing.
    hollow: await page.locator('main :is(h1, h2, h3, ul, ol, dl, table, select, section)').evaluateAll(elements =>
      elements.filter(element => (element.textContent ?? '').trim() === '').map(element => element.outerHTML.slice(0, 80))),
    tooWide: await page.evaluate(overflowing),
    faults: await barriers(page),
  };
  await page.context().close();
  return found;
}

/** Of an article that was here once, only its address is known. */
function rememberArticle(db: DatabaseSync): void {
  for (const locale of locales) {
    db.prepare('INSERT INTO redirects (document_id, type, slug_locale, old_slug, target_document_id, published_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(`redirect-${locale}`, 'article', locale, 'withdrawn', 'nobody', Date.now());
  }
}

describe('a site that has nothing but its settings', () => {
  let site: Running;

  beforeAll(async () => {
    site = await startPseudo(file => changeDatabase(file, removeContent, addPseudoContent, rememberArticle));
  });

  afterAll(() => site.stop());

  it.each([
    ['', 'A coordinator can already answer your questions.', 'координатор уже отвечает'],
    ['/articles', 'No articles have been published yet.', 'Статей пока нет.'],
    ['/treatments', 'No treatments have been described yet.', 'Методы лечения пока не описаны.'],
    ['/clinics', 'No clinics are listed yet.', 'Клиник в списке пока нет.'],
    ['/costs', 'No prices have been gathered yet.', 'Цен пока нет.'],
    ['/reviews', 'There are no stories yet.', 'Историй пока нет.'],
    ['/glossary', 'No terms have been explained yet.', 'Термины пока не описаны.'],
    ['/search', 'There is nothing to search yet.', 'Искать пока негде'],
  ])('says at %s that there is nothing yet, and what to do meanwhile', async (path, english, russian) => {
    for (const [locale, words] of [['en', english], ['ru', russian], ['ar-XB', '']]) {
      const page = await look(`${site.url}/${locale}${path}`);
      expect(page.status).toBe(200);
      expect(page.words.replaceAll('\u00A0', ' ')).toContain(words);
      expect([page.headings, page.hollow, page.tooWide, page.faults], locale).toEqual([1, [], [], []]);
    }
  });

  it.each(locales)('says in %s that a page was withdrawn', async (locale) => {
    const page = await look(`${site.url}/${locale}/articles/withdrawn`);
    expect(page.status).toBe(410);
    expect([page.headings, page.hollow, page.tooWide, page.faults]).toEqual([1, [], [], []]);
  });
});

describe('the page of an error, where the CMS does not answer', () => {
  const hanging: Server = createServer((_request, response) => response.writeHead(503).end());
  let site: Running;

  beforeAll(async () => {
    await new Promise<void>(ready => hanging.listen(0, '127.0.0.1', ready));
    const address = hanging.address();
    site = await startSite(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, 'a-token-that-nobody-asks-for', { program: pseudoSite });
  });

  afterAll(async () => {
    await site.stop();
    hanging.close();
  });

  it.each(locales)('says in %s, whole and in its place, what is wrong', async (locale) => {
    for (const [path, status] of [['/articles', 503], ['/nothing/here', 404]] as const) {
      const page = await look(`${site.url}/${locale}${path}`);
      expect(page.status).toBe(status);
      // What is missing may be there the next time.
      expect(page.headers['cache-control']).toBe(status === 503 ? 'no-store' : 'no-cache');
      expect(page.headers['retry-after']).toBe(status === 503 ? '60' : undefined);
      expect([page.headings, page.hollow, page.tooWide, page.faults], path).toEqual([1, [], [], []]);
    }
  });
});
