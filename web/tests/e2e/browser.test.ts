import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { connectBrowser } from './support/browser';
import { onePageOfEachKind } from './support/crawl';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What colours and room can change; all else is the same page. */
const ofLook = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'avoid-inline-spacing'];

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** What axe finds against WCAG 2.2 A and AA, as one line each. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(standard)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

describe.each(localeCodes.flatMap(locale => onePageOfEachKind(pages, locale)))('%s', (path) => {
  it('is open to everyone, light and dark, wide and narrow, and asks nobody else for anything', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', message => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', error => faults.push(error.message));
    page.on('requestfailed', request => faults.push(`${request.url()} failed`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${siteUrl}/`)) faults.push(`asks ${request.url()}`);
    });

    await page.goto(siteUrl + path);
    expect(await barriers(page)).toEqual([]);

    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 800 });
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(width);
    }

    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, ofLook)).toEqual([]);

    expect(await context.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
