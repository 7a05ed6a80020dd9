import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { localeCodes, localeOf } from '../../shared/locales';
import { connectBrowser } from './support/browser';
import { faces, notFoundPath, templates } from './support/templates';

// Everything that a reader does on the site, with JavaScript off.

const siteUrl = inject('siteUrl');
const siteMap = inject('siteMap');
/** The one with every block. */
const article = { en: '/en/articles/stem-cells-for-multiple-sclerosis', ru: '/ru/articles/stvolovye-kletki-pri-rasseyannom-skleroze' };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

const address = () => decodeURIComponent(page.url().slice(siteUrl.length));
const plain = (text: string | null) => (text ?? '').replaceAll('\u00A0', ' ');

describe('switches the language on every kind of page and stays on the document', () => {
  const pagesThere = localeCodes.flatMap(locale => faces(locale, siteMap).filter(path => path !== notFoundPath(locale)));

  it.each(pagesThere)('%s', async (path) => {
    await page.goto(siteUrl + path);
    const start = address();
    const locale = start.split('/')[1] ?? '';
    for (const other of localeCodes.filter(code => code !== locale)) {
      await page.locator('.languages').getByRole('link', { name: localeOf(other).name }).click();
      expect(address(), path).toMatch(new RegExp(`^/${other}(/|\\?|$)`));
      expect(await page.locator('html').getAttribute('lang')).toBe(other);
      expect(new URL(page.url()).searchParams.size, 'keeps what was chosen').toBe(new URL(start, siteUrl).searchParams.size);
      await page.locator('.languages').getByRole('link', { name: localeOf(locale).name }).click();
      expect(address()).toBe(start);
    }
  });

  it('from a page that is not there, to the home page', async () => {
    await page.goto(siteUrl + notFoundPath('en'));
    await page.locator('.languages').getByRole('link', { name: 'Русский' }).click();
    expect(address()).toBe('/ru');
  });

  it('knows all kinds', () => {
    expect(pagesThere.length).toBeGreaterThan(localeCodes.length * templates.length);
  });
});

it('compares costs: by treatment, country and currency, in another order, and back to all', async () => {
  await page.goto(`${siteUrl}/en/costs`);
  const rows = page.locator('.costs tbody tr');
  const all = await rows.count();
  await page.locator('select[name=country]').selectOption('PL');
  await page.locator('select[name=currency]').selectOption('USD');
  await page.locator('main form button').click();

  const there = await rows.count();
  expect(there).toBeLessThan(all);
  expect(await page.locator('.costs tbody .country').allTextContents()).toEqual(Array.from({ length: there }, () => 'Poland'));
  expect(await page.locator('.costs thead').first().textContent()).toContain('USD');

  const sums = () => page.locator('.costs').first().locator('tbody tr .amount').allTextContents();
  const cheapestFirst = await sums();
  await page.locator('.sort a').nth(1).click();
  expect(new URL(page.url()).searchParams.get('country')).toBe('PL');
  expect(new URL(page.url()).searchParams.get('currency')).toBe('USD');
  const dearestFirst = await sums();
  expect(dearestFirst).not.toEqual(cheapestFirst);
  expect([...dearestFirst].sort()).toEqual([...cheapestFirst].sort());
});

it('groups what a price includes and leaves out, on one list for each treatment', async () => {
  await page.goto(`${siteUrl}/en/costs`);
  await page.locator('select[name=treatment]').selectOption({ index: 1 });
  await page.locator('main form button').click();
  const counts = await page.locator('.costs tbody summary').allTextContents();
  expect(new Set(counts.map(count => count.replace(/.* of /, ''))).size).toBe(1);
  await page.locator('.costs tbody summary').first().click();
  expect(await page.locator('.costs tbody details').first().locator('p').allTextContents()).toEqual(expect.arrayContaining(['Included', 'Not included']));
});

it('finds a clinic by its country, its treatment and its accreditation', async () => {
  await page.goto(`${siteUrl}/ru/clinics`);
  const all = await page.locator('.clinic').count();
  await page.locator('select[name=country]').selectOption('PL');
  await page.locator('main form button').click();
  expect(await page.locator('.clinic .country').allTextContents()).toEqual(['Польша']);
  expect(plain(await page.locator('.found').textContent())).toBe('1 клиника');

  await page.goto(`${siteUrl}/ru/clinics`);
  for (const choice of ['treatment', 'accreditation']) {
    await page.locator(`select[name=${choice}]`).selectOption({ index: 1 });
    await page.locator('main form button').click();
    const found = await page.locator('.clinic').count();
    expect(found).toBeLessThan(all);
    await page.locator(`select[name=${choice}]`).selectOption('');
  }
});

it('chooses patients’ stories by how they were verified', async () => {
  await page.goto(`${siteUrl}/en/reviews`);
  const all = await page.locator('.story').count();
  await page.locator('main a[href*="verification="]').first().click();
  expect(new URL(page.url()).searchParams.get('verification')).not.toBeNull();
  const some = await page.locator('.story').count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
});

// What it finds, and how well, is told by search.test.ts.
it.each([['/en', 'cornea'], ['/ru', 'роговица']])('searches from %s by its form', async (home, query) => {
  await page.goto(siteUrl + home);
  await page.locator('header').getByRole('searchbox').fill(query);
  await page.locator('header').getByRole('button').click();
  expect(address()).toBe(`${home}/search?q=${query}`);
  await page.locator('.hit a').first().click();
  expect(await page.locator('h1').count()).toBe(1);
  expect(address()).not.toContain('/search');
});

describe.each(['en', 'ru'] as const)('in the article in %s', (locale) => {
  it('follows a citation to its source and comes back to the place', async () => {
    await page.goto(siteUrl + article[locale]);
    const citation = page.locator('main .citation a').first();
    await citation.click();
    expect(await page.locator('li:target').count()).toBe(1);
    await page.locator('li:target .uses a').first().click();
    expect(await page.locator('a:target').getAttribute('id')).toBe(await citation.getAttribute('id'));
  });

  it('opens the questions, what a price includes and the transcript of the video, and reads it', async () => {
    await page.goto(siteUrl + article[locale]);
    for (const details of [page.locator('.faq details').first(), page.locator('table details').first(), page.locator('.video details').first()]) {
      await details.locator('summary').click();
      expect(await details.evaluate(element => element.hasAttribute('open'))).toBe(true);
    }
    const transcript = page.locator('.video details p').first();
    expect(await transcript.isVisible()).toBe(true);
    expect((await transcript.innerText()).length).toBeGreaterThan(100);
    expect(await page.locator('iframe, video').count()).toBe(0);
  });
});

it('finds out how to reach a coordinator, and by when there is an answer', async () => {
  await page.goto(siteUrl + article.en);
  await page.locator('main a[href$="/request"]').last().click();
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(1);
  expect(await page.locator('.promise').textContent()).toMatch(/by \w+/);
  expect(plain(await page.locator('main .facts').innerText())).toMatch(/As of \d+ \w+, \d\d:\d\d: (somebody is here until|nobody is here; we open at) \d\d:\d\d on \w+day/);
});
