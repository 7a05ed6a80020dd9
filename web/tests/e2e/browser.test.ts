import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { barriersInEveryLook, lossesInForcedColours, lossesInWiderText } from './support/barriers';
import { connectBrowser } from './support/browser';
import { excepted, faces, notFoundPath, pagesOf, templates } from './support/templates';

const siteUrl = inject('siteUrl');
const siteMap = inject('siteMap');

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
});

// A new page file is looked at here as soon as a link leads to a page of it; where none can, say why in `excepted`.
it.each(localeCodes.flatMap(locale => templates.map(template => ({ locale, template }))))('“$template” has an example in $locale that is looked at', ({ locale, template }) => {
  if (excepted[template] !== undefined) return;
  expect(pagesOf(template, locale, siteMap).length, `no link leads to a page of app/pages/${template}`).toBeGreaterThan(0);
});

describe.each(localeCodes.flatMap(locale => faces(locale, siteMap)))('%s', (path) => {
  it('is open to everyone in every look, and asks nobody else for anything', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', message => message.type() === 'error' && !isAnswer(message.text(), path) && faults.push(message.text()));
    page.on('pageerror', error => faults.push(error.message));
    // Another look takes another picture; the one on its way is given up.
    page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${siteUrl}/`)) faults.push(`asks ${request.url()}`);
    });

    await page.goto(siteUrl + path);
    expect(await page.evaluate(() => document.getAnimations().length), 'moves for who wants no motion').toBe(0);
    expect(await barriersInEveryLook(page)).toEqual([]);
    expect(await lossesInWiderText(page)).toEqual([]);
    expect(await lossesInForcedColours(page)).toEqual([]);

    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length), 'keeps something on the device').toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** The browser reports the status of a page that is not there. */
const isAnswer = (message: string, path: string) => /\b404\b/.test(message) && localeCodes.some(locale => path === notFoundPath(locale));
