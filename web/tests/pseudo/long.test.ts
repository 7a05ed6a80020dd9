import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers } from '../e2e/support/barriers';
import { connectBrowser } from '../e2e/support/browser';
import type { Running } from '../e2e/support/processes';
import { startPseudo } from './support/programs';
import { addPseudoContent, changeDatabase } from './support/content';
import { overflowing } from './support/in-page';
import { addLongContent, long, longArticle } from './support/long-content';

let site: Running;
let browser: Browser;

beforeAll(async () => {
  site = await startPseudo(file => changeDatabase(file, addLongContent, addPseudoContent));
  browser = await connectBrowser();
});

afterAll(() => Promise.all([browser?.close(), site?.stop()]));

async function open(path: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  const answer = await page.goto(site.url + path);
  expect(answer?.status(), path).toBe(200);
  return page;
}

const lists = ['/clinics', '/clinics?page=2', '/costs', '/costs?sort=-price', '/costs?page=3', '/reviews', '/glossary', `/articles/${longArticle}`];

describe.each(['en', 'en-XA', 'ar-XB'])('much, long and strange content in %s', (locale) => {
  it.each(lists)('%s fits on a phone and on a desk', async (path) => {
    const page = await open(`/${locale}${path}`, 320);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(overflowing), `${width} px`).toEqual([]);
    }
    await page.context().close();
  });
});

it.each(['clinics', 'costs', 'reviews'])('leads through all pages of %s by links', async (section) => {
  let next: string | undefined = `/en/${section}`;
  let said = 0;
  let pages = 0;
  for (; next !== undefined; pages += 1) {
    const html = await (await fetch(site.url + next)).text();
    said ||= Number(/Page 1 of (\d+)/.exec(html.replaceAll('\u00A0', ' '))?.[1]);
    next = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(pages).toBe(said);
  expect(pages).toBeGreaterThan(3);
});

it('has an article of over 5,000 words with 60 headings and 80 sources', async () => {
  const page = await open(`/en/articles/${longArticle}`, 1440);
  expect((await page.locator('main').innerText()).split(/\s+/).length).toBeGreaterThan(5000);
  expect(await page.locator('main :is(h2, h3, h4)').count()).toBeGreaterThan(60);
  expect(await page.locator('[id^="source-sources-"]').count()).toBe(long.sources);
  await page.context().close();
});

it('keeps the contents of a long article in sight on a desk, in a box that scrolls, and folded on a phone', async () => {
  const desk = await open(`/en/articles/${longArticle}`, 1440);
  await desk.mouse.wheel(0, 20_000);
  const contents = desk.locator('nav.wide');
  await expect.poll(async () => (await contents.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
  expect((await contents.boundingBox())?.height).toBeLessThanOrEqual(800);
  expect(await contents.evaluate(box => box.scrollHeight > box.clientHeight)).toBe(true);
  await desk.context().close();

  const phone = await open(`/en/articles/${longArticle}`, 390);
  expect(await phone.locator('.contents details').evaluate(details => details instanceof HTMLDetailsElement && details.open)).toBe(false);
  expect(await phone.locator('.contents details li').first().isVisible()).toBe(false);
  await phone.context().close();
});

it('does not move while a long article loads', async () => {
  const page = await open(`/en/articles/${longArticle}`, 1440);
  const shift = await page.evaluate(() => new Promise<number>((done) => {
    new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(0), 500);
  }));
  expect(shift).toBeLessThan(0.04);
  await page.context().close();
});

it.each(['/en/clinics', '/en/costs', `/en/articles/${longArticle}`])('%s is accessible', async (path) => {
  const page = await open(path, 390);
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
}, 180_000);
