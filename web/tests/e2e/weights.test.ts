import { brotliCompressSync, constants } from 'node:zlib';

import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { connectBrowser } from './support/browser';
import { isReading } from './support/reading-pages';
import { examples } from './support/templates';

const siteUrl = inject('siteUrl');
const siteMap = inject('siteMap');

const kilobyte = 1000;

/** Of an article with its styles, however long it is. */
const mostOfArticle = 25 * kilobyte;

const articles = siteMap.pages.filter(path => /^\/\w+\/articles\/./.test(path));

/** With a cover above everything else, and every kind of block. */
const whole = ['/en/articles/stem-cells-for-multiple-sclerosis', '/ru/articles/stvolovye-kletki-pri-rasseyannom-skleroze'];

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Bytes as they travel where the server compresses what is text: pictures and fonts are compressed by themselves. */
async function transferred(response: Response): Promise<number> {
  const body = await response.body();
  const isText = /text|json|javascript|svg|xml/.test(response.headers()['content-type'] ?? '');
  return isText ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length : body.length;
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

it.each(localeCodes)('a page in %s asks for at most 80 KB of fonts, and a reading page for no script', async (locale) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const heavy: string[] = [];
  for (const path of siteMap.pages.filter(path => path.split('/')[1] === locale)) {
    await page.goto(siteUrl + path);
    const { fonts, scripts } = await page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = performance.getEntriesByType('resource').filter(entry => entry instanceof PerformanceResourceTiming);
      const bytes = (pattern: RegExp) => loaded.filter(({ name }) => pattern.test(name)).reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
      return { fonts: bytes(/\.woff2$/), scripts: bytes(/\.m?js$/) };
    });
    if (fonts > 80 * kilobyte) heavy.push(`${path}: ${fonts} bytes of fonts`);
    if (isReading(path) && scripts > 0) heavy.push(`${path}: ${scripts} bytes of script`);
  }
  await context.close();
  expect(heavy).toEqual([]);
});

it.each(articles)('%s has at most 25 KB of HTML and CSS', async (path) => {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', response => ['document', 'stylesheet'].includes(response.request().resourceType()) && sizes.push(transferred(response)));
  await page.goto(siteUrl + path);
  // The page, the styles of the frame, and those of what is read.
  expect(sizes.length).toBe(3);
  expect(sum(await Promise.all(sizes))).toBeLessThanOrEqual(mostOfArticle);
  await page.close();
});

describe.each(whole)('%s', (path) => {
  it('offers its cover in every width, and cards in those that a card can show', async () => {
    const page = await browser.newPage();
    await page.goto(siteUrl + path);
    const widths = async (pictures: string) => (await page.locator(`main ${pictures} source`).first().getAttribute('srcset'))?.match(/\d+(?=w)/g);
    expect(await widths('picture')).toEqual(['480', '960', '1600']);
    expect(await widths('.clinic picture')).toEqual(['480', '960']);
    await page.close();
  });

  // The figures further down come when the reader does; how near is near enough is each browser's own.
  it.each([{ width: 390, height: 844, deviceScaleFactor: 3 }, { width: 1440, height: 900, deviceScaleFactor: 1 }])('is at most 150 KB with its cover, on a screen of $width px', async ({ deviceScaleFactor, ...viewport }) => {
    const page = await browser.newPage({ viewport, deviceScaleFactor });
    const responses: Response[] = [];
    page.on('response', response => responses.push(response));
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    const cover = await page.locator('main img').first().evaluate(image => (image instanceof HTMLImageElement && image.naturalWidth > 0 ? image.currentSrc : ''));
    expect(responses.map(response => response.url())).toContain(cover);
    const later = await page.locator('picture img[loading=lazy]').evaluateAll(images => images.map(image => (image instanceof HTMLImageElement ? image.currentSrc : '')));
    const sizes = await Promise.all(responses.filter(response => !later.includes(response.url())).map(transferred));
    expect(sum(sizes)).toBeLessThanOrEqual(150 * kilobyte);
    await page.close();
  });
});

/** How much of the page moved after it was drawn, with what moved. */
async function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => new Promise<string[]>((done) => {
    interface Shift extends PerformanceEntry { value: number; sources: { node: Node | null }[] }
    const isShift = (entry: PerformanceEntry): entry is Shift => 'value' in entry;
    new PerformanceObserver(list => done(list.getEntries().filter(isShift).map(({ value, sources }) =>
      `${value.toFixed(4)} by ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(' | ')}`)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done([]), 200);
  }));
}

describe.each(localeCodes.flatMap(locale => examples(locale, siteMap)))('%s', (path) => {
  it('does not move when its fonts and pictures come late', async () => {
    for (const width of [390, 1440]) {
      const context = await browser.newContext({ viewport: { width, height: 850 } });
      const page = await context.newPage();
      await page.route(/\.woff2$|\/media\//, async (route) => {
        await new Promise(done => setTimeout(done, 300));
        await route.continue();
      });
      await page.goto(siteUrl + path);
      await page.evaluate(() => document.fonts.ready);
      expect(await shifts(page), `at ${width} px`).toEqual([]);
      await context.close();
    }
  });
});
