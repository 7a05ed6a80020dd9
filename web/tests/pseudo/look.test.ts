/*
 * Mending a failure:
 * - “hard-coded”: put the words into the catalogues; if they are a fact that no editor translates, see `support/facts.ts`;
 * - “not isolated”: `<bdi>` around it, `dir="ltr"` on what always runs so (an address, a phone), or hand it to `t()` by name;
 * - too wide: let it wrap, or let it scroll in a region that takes the focus.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { connectBrowser } from '../e2e/support/browser';
import { examples } from '../e2e/support/templates';
import { factPattern } from './support/facts';
import { overflowing, strangeWords } from './support/in-page';
import { pseudoLocales } from './support/pseudo';

const siteUrl = inject('siteUrl');
const siteMap = inject('siteMap');
const facts = factPattern(inject('facts'));

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(() => browser.close());

describe.each(pseudoLocales)('in $code', ({ code }) => {
  const own = siteMap.pages.filter(path => path.split('/')[1] === code);

  it('has no word of its own in any page, sets facts apart from them, and fits into 320 px', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    const faults: string[] = [];
    for (const path of own) {
      await page.goto(siteUrl + path);
      faults.push(...[...await page.evaluate(strangeWords, facts), ...await page.evaluate(overflowing)].map(fault => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  }, 300_000);

  it.each(examples(code, siteMap))('%s fits on a tablet and a desk, too', async (path) => {
    const page = await browser.newPage();
    await page.goto(siteUrl + path);
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(overflowing), `${width} px`).toEqual([]);
    }
    await page.close();
  });
});
