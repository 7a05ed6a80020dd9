import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';

import { connectBrowser } from './browser';

/** A browser in which scripts run, of which each test of a suite gets a context of its own. */
export interface ScriptedTab {
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Whatever the browser has to say: a script that a policy stops, markup that does not match, a request that fails. A test that expects some takes it out. */
  readonly faults: string[];
  /** A page whose script runs, marked so that a load of another page in its place is noticed. */
  open(path: string): Promise<Page>;
}

/** Sets the browser up for the suite that calls it, and expects after each test that nothing was found fault with, and no cookie set. */
export function useScriptedTab(): ScriptedTab {
  const siteUrl = inject('siteUrl');
  let browser: Browser;
  let context: BrowserContext;
  let faults: string[];

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    faults = [];
    context.on('console', message => faults.push(message.text()));
    // A view transition that a slow machine gives up is no fault of the page.
    context.on('weberror', error => error.error().message.includes('Transition') || faults.push(error.error().message));
    context.on('request', request => request.url().startsWith(`${siteUrl}/`) || faults.push(`asks ${request.url()}`));
  });

  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  return {
    get browser() {
      return browser;
    },
    get context() {
      return context;
    },
    get faults() {
      return faults;
    },
    async open(path) {
      const page = await context.newPage();
      await page.goto(siteUrl + path);
      await page.locator('.shortlist summary').waitFor();
      await page.evaluate(() => document.documentElement.classList.add('same'));
      return page;
    },
  };
}

/** Words without what a typesetter does to keep them on a line. */
export const plain = (text: string | null) => (text ?? '').replaceAll('\u00A0', ' ');
