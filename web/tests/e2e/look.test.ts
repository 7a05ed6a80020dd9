import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { connectBrowser } from './support/browser';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 850 } });
  await page.goto(siteUrl + path);
  return page;
}

it.each([320, 390, 1440])('takes the keyboard through the header in the order that the eye takes, at %i px', async (width) => {
  const page = await open('/ru', width);
  const places = await page.locator('.site > header a').evaluateAll(links => links.filter(link => link.checkVisibility()).map((link) => {
    const { top, bottom, left } = link.getBoundingClientRect();
    return { row: Math.round((top + bottom) / 40), left };
  }));
  const byEye = [...places].sort((one, other) => one.row - other.row || one.left - other.left);
  expect(places).toEqual(byEye);
  await page.close();
});

it('breaks no heading within a word, and keeps the mail address within the page, at 320 px', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 850 } });
  for (const path of pages.filter(path => path.startsWith('/ru'))) {
    await page.goto(siteUrl + path);
    const broken = await page.evaluate(() => [...document.querySelectorAll('h1')].flatMap((heading) => {
      const text = heading.firstChild;
      if (text === null) return [];
      return [...(text.textContent ?? '').matchAll(/\p{L}+/gu)].filter(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
      }).map(([word]) => word);
    }));
    expect(broken, path).toEqual([]);
  }
  await page.goto(`${siteUrl}/ru/request`);
  const button = await page.locator('main a[href^="mailto:"]').boundingBox();
  expect((button?.x ?? 0) + (button?.width ?? 320)).toBeLessThanOrEqual(304);
  await page.close();
});

it('shows an address line by line', async () => {
  const page = await open('/en/request', 1440);
  for (const address of await page.locator('.address').all()) {
    expect((await address.innerText()).split('\n')).toHaveLength(3);
  }
  expect(await page.locator('.address').count()).toBe(2);
  await page.close();
});

it('says that nothing fits a choice, with a way back', async () => {
  const page = await open('/en/clinics?country=CZ&treatment=autologous-haematopoietic-transplantation-ms', 1440);
  expect(await page.locator('.found').textContent()).toContain('No clinic matches');
  const ways = page.locator('.found + ul a');
  expect(await ways.count()).toBe(3);
  await ways.last().click();
  await page.waitForURL(url => url.search === '');
  expect(new URL(page.url()).search).toBe('');
  expect(await page.locator('.clinic').count()).toBeGreaterThan(1);
  await page.close();
});

it('names in the title what a reader filtered', async () => {
  const page = await open('/en/costs?country=PL', 1440);
  expect(await page.title()).toBe('Costs: Poland · Polyclinic');
  await page.close();
});

it('leaves the brand out where a title names it', async () => {
  const page = await open('/en', 1440);
  expect((await page.title()).split('Polyclinic')).toHaveLength(2);
  await page.close();
});

it('prints all that a price includes, in a line of its own', async () => {
  const page = await open('/ru/costs', 672);
  await page.emulateMedia({ media: 'print' });
  const row = page.locator('.costs tbody tr').first();
  const [whole, included] = [await row.boundingBox(), await row.locator('td').last().boundingBox()];
  expect(included?.width).toBe(whole?.width);
  expect(await row.locator('.items li').first().isVisible()).toBe(true);
  expect(await row.locator('summary').evaluate(summary => getComputedStyle(summary).listStyleType)).toBe('none');
  await page.close();
});

it.each(['/ru/costs?currency=KZT', '/en/costs', '/ru'])('keeps the sums of %s apart and on the page, at every width and on paper', async (path) => {
  const page = await open(path, 1440);
  expect(await page.locator('.costs tbody tr').count()).toBeGreaterThan(3);
  const sideways: string[] = [];
  for (let width = 300; width <= 1500; width += 30) {
    await page.setViewportSize({ width, height: 850 });
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    if (reach > width) sideways.push(`${width} px: ${reach}`);
  }
  expect(sideways).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  for (const width of [680, 718, 794, 816]) {
    await page.setViewportSize({ width, height: 850 });
    expect(await page.evaluate(cellsThatTouch), `${width} px of paper`).toEqual([]);
  }
  await page.close();
});

/** In the page: pairs of cells in a row of prices whose words run into each other. */
function cellsThatTouch(): string[] {
  const words = (cell: Element) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const touch = (one: DOMRect, other: DOMRect) => one.left < other.right && other.left < one.right && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  return [...document.querySelectorAll('.costs tr')].flatMap((row) => {
    const cells = [...row.children].map(cell => ({ text: cell.textContent.trim().slice(0, 40), boxes: words(cell) }));
    return cells.flatMap(({ text, boxes }, index) => cells.slice(index + 1)
      .filter(other => boxes.some(box => other.boxes.some(next => touch(box, next))))
      .map(other => `${text} | ${other.text}`));
  });
}
