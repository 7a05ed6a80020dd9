import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { scriptedSections, sectionPath } from '../../shared/paths';
import { barriers } from './support/barriers';
import { connectBrowser } from './support/browser';

const siteUrl = inject('siteUrl');
const scripted = localeCodes.flatMap(locale => scriptedSections.map(section => sectionPath(section, locale)));

let browser: Browser;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  faults = [];
  // Whatever a browser has to say: a script that a policy stops, markup that does not match, a request that fails.
  context.on('console', message => faults.push(message.text()));
  // A view transition that a slow machine gives up is no fault of the page.
  context.on('weberror', error => error.error().message.includes('ViewTransition') || faults.push(error.error().message));
  context.on('request', request => request.url().startsWith(`${siteUrl}/`) || faults.push(`asks ${request.url()}`));
});

afterEach(async () => {
  expect(await context.cookies()).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

/** A page whose script runs, marked so that a load of another page in its place is noticed. */
async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(siteUrl + path);
  await page.locator('.shortlist summary').waitFor();
  await page.evaluate(() => document.documentElement.classList.add('same'));
  return page;
}

const isSame = (page: Page) => page.locator('html.same').count().then(count => count === 1);
const plain = (text: string | null) => (text ?? '').replaceAll('\u00A0', ' ');
const found = (page: Page) => page.locator('[role=status]').textContent().then(plain);
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const shift = (page: Page) => page.evaluate(() => new Promise<number>((done) => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 300);
}));

/** Puts the first clinics of the list on the shortlist, and gives their names. */
async function keep(page: Page, howMany: number): Promise<string[]> {
  for (let index = 0; index < howMany; index++) await page.locator('.keep button').nth(index).click();
  return (await page.locator('.clinic .name').allTextContents()).slice(0, howMany).map(plain);
}

const columns = (page: Page) => page.locator('.comparison thead a').allTextContents().then(names => names.map(plain));

describe.each(scripted)('%s', (path) => {
  it('allows the scripts that it has and no others', async () => {
    const answer = await fetch(siteUrl + path);
    const inline = [...(await answer.text()).matchAll(/<script(?![^>]* src=)(?![^>]*type="?application\/)[^>]*>(.*?)<\/script>/gs)]
      .map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
    expect(inline.length).toBeGreaterThan(0);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(['default-src \'none\'', `script-src 'self' ${inline.join(' ')}`, 'connect-src \'self\'']));
    expect(policy).not.toContain('unsafe');
  });

  it('stays where it is while its script starts, with a shortlist too', async () => {
    // What a font moves when it comes late is another matter.
    await context.route('**/*.woff2', route => route.abort());
    const page = await open(path);
    expect(await shift(page)).toBe(0);
    await page.locator('.keep button').first().click();
    await page.reload();
    await page.locator('.keep button[aria-pressed=true]').first().waitFor();
    expect(await shift(page)).toBe(0);
    expect(faults.splice(0).filter(fault => !fault.includes('ERR_FAILED'))).toEqual([]);
  });

  it('is open to everyone with the comparison open, wide and light, narrow and dark', async () => {
    const page = await open(path);
    await page.locator('.keep button').first().click();
    await page.locator('.keep button[aria-pressed=false]').last().click();
    await page.locator('.shortlist summary').click();
    await page.locator('.comparison').waitFor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
      // The rest of the page is looked at without a script.
      expect(await barriers(page, ['.shortlist', '.filter', '.keep', '[role=status]'])).toEqual([]);
    }
  });

  it('shows nothing that only a script can do to who has none', async () => {
    const without = await browser.newContext({ javaScriptEnabled: false });
    const page = await without.newPage();
    await page.goto(siteUrl + path);
    expect(await page.locator('main button').allTextContents()).toEqual([path.startsWith('/ru') ? 'Показать' : 'Show']);
    expect(await page.locator('.place').evaluateAll(places => places.filter(place => place.checkVisibility()).length)).toBe(0);
    await without.close();
  });
});

it('filters, sorts and converts prices without another load, and goes back the same way', async () => {
  const page = await open('/en/costs');
  const all = await found(page);
  const country = page.locator('select[name=country]');
  await country.selectOption('PL');
  await page.waitForURL('**country=PL**');
  expect(await found(page)).not.toBe(all);
  expect(await found(page)).toMatch(/^\d+ prices?$/);
  expect(await page.title()).toBe('Costs: Poland · Polyclinic');
  expect(new Set(await page.locator('.costs tbody .country').allTextContents())).toEqual(new Set(['Poland']));
  expect(await page.locator('.languages a').getAttribute('href')).toContain('country=PL');

  await page.locator('select[name=currency]').selectOption('USD');
  await page.locator('.costs thead', { hasText: 'USD' }).waitFor();
  await page.locator('.sort a').nth(1).click();
  await page.waitForURL('**sort=-price**');
  expect(query(page)).toEqual({ country: 'PL', currency: 'USD', sort: '-price' });
  expect(await page.locator('.sort a[aria-current]').textContent()).toBe('highest first');

  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.waitForURL(url => url.search === '');
  await page.locator('[role=status]', { hasText: all }).waitFor();
  expect(await country.inputValue()).toBe('');
  expect(await page.title()).toBe('Costs · Polyclinic');
  expect(await isSame(page)).toBe(true);
});

it('keeps focus and place on the page when a choice is made by keyboard', async () => {
  const page = await open('/en/clinics');
  const country = page.locator('select[name=country]');
  await country.focus();
  const top = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**country=**');
  expect(await country.evaluate(select => select === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => window.scrollY)).toBe(top);
  expect(await isSame(page)).toBe(true);
});

it('says that nothing fits, and clears the choice without losing the reader’s place', async () => {
  const page = await open('/ru/clinics?country=CZ&treatment=autologous-haematopoietic-transplantation-ms');
  const way = page.locator('.found + ul a').last();
  await way.click();
  await page.waitForURL(url => url.search === '');
  expect(await found(page)).toMatch(/^\d+ клиник/);
  expect(await page.locator('[role=status]').evaluate(status => status === document.activeElement)).toBe(true);
  expect(await isSame(page)).toBe(true);
});

it('leaves it to the browser to load what cannot be answered in place, and other pages', async () => {
  const page = await open('/en/costs');
  await page.route('**/api/costs**', route => route.fulfill({ status: 503, body: '{}' }));
  await page.locator('select[name=country]').selectOption('PL');
  await page.waitForURL('**country=PL**');
  await page.waitForFunction(() => !document.documentElement.classList.contains('same'));
  expect(await page.title()).toBe('Costs: Poland · Polyclinic');
  // The browser itself tells of the refused answer.
  expect(faults.splice(0)).toEqual([expect.stringContaining('503')]);

  await page.locator('.costs tbody th a').first().click();
  await page.waitForURL('**/en/treatments/**');
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
});

it('remembers a chosen currency on the device, and offers it without forcing it', async () => {
  const page = await open('/en/costs');
  await page.locator('select[name=currency]').selectOption('USD');
  await page.waitForURL('**currency=USD**');
  await page.goto(`${siteUrl}/en/costs`);
  const offer = page.getByRole('link', { name: 'Show in USD, as last time' });
  await offer.click();
  await page.waitForURL('**currency=USD');
  expect(await offer.count()).toBe(0);

  await page.locator('select[name=currency]').selectOption('EUR');
  await page.waitForURL('**currency=EUR');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

it('keeps clinics on the device, compares them, and forgets them', async () => {
  const page = await open('/en/clinics');
  const names = await keep(page, 2);
  expect(await page.getByRole('button', { name: `Shortlist: ${names[0]}` }).getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  const summary = page.locator('.shortlist summary');
  await summary.getByText('Your shortlist: 2 clinics').click();
  await page.locator('.comparison').waitFor();
  expect(await columns(page)).toEqual(names);
  const rows = (await page.locator('.comparison tbody th').allTextContents()).map(plain);
  expect(rows).toEqual(expect.arrayContaining(['Location', 'Founded', 'Languages', 'Accreditation']));
  expect(await page.locator('.comparison').textContent()).toMatch(/from.€/);

  await page.getByRole('button', { name: `Remove ${names[0]}` }).click();
  expect(await columns(page)).toEqual(names.slice(1));
  expect(await summary.evaluate(element => element === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Remove all' }).click();
  expect(plain(await summary.textContent())).toBe('Your shortlist is empty');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

it('sends nobody what is on the list', async () => {
  const page = await open('/en/clinics');
  const asked: string[] = [];
  context.on('request', request => asked.push(request.url() + (request.postData() ?? '')));
  await keep(page, 1);
  await page.locator('.shortlist summary').click();
  await page.locator('.comparison').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('choices') ?? '');
  const [id = ''] = /[a-z0-9]{24}/.exec(kept) ?? [];
  expect(id).not.toBe('');
  expect(asked.filter(request => request.includes(id))).toEqual([]);
});

it('shows the list in the language of the page, beside prices, and in every tab', async () => {
  const page = await open('/en/clinics');
  await keep(page, 1);
  const russian = await open('/ru/costs');
  const summary = russian.locator('.shortlist summary');
  expect(plain(await summary.textContent())).toBe('В вашем списке 1 клиника');
  await summary.click();
  await russian.locator('.comparison').waitFor();
  expect(await russian.locator('.comparison tbody').textContent()).toMatch(/\p{Script=Cyrillic}/u);

  await page.locator('.keep button').nth(1).click();
  await summary.getByText('2').waitFor();
  expect(await columns(russian)).toHaveLength(2);
});

it('says that a kept clinic is no longer there', async () => {
  const page = await open('/en/clinics');
  await page.evaluate(() => localStorage.setItem('choices', '{"shortlist":["goneclinic0000000000000a"],"currency":null}'));
  await page.reload();
  await page.locator('.shortlist summary').getByText('Your shortlist: 1 clinic').click();
  await page.getByText('1 clinic on your list is no longer on this site.').waitFor();
  await page.getByRole('button', { name: 'Remove from the list' }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

it('begins anew where something else stands in the storage', async () => {
  const page = await open('/en/clinics');
  for (const foreign of ['{"shortlist":[{"a":1}]}', 'nonsense']) {
    await page.evaluate(text => localStorage.setItem('choices', text), foreign);
    await page.reload();
    await page.locator('.shortlist summary').getByText('Your shortlist is empty').waitFor();
  }
  await keep(page, 1);
  await page.locator('.shortlist summary').getByText('Your shortlist: 1 clinic').waitFor();
});

it('says so when the comparison cannot be loaded, and tries again', async () => {
  const page = await open('/en/clinics');
  await keep(page, 1);
  await page.route('**/api/comparison**', route => route.abort());
  await page.locator('.shortlist summary').click();
  await page.getByText('The comparison cannot be loaded just now.').waitFor();
  await page.unroute('**/api/comparison**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.comparison').waitFor();
  expect(faults.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
});

it('prints the comparison whole', async () => {
  const page = await open('/en/clinics');
  await keep(page, 3);
  await page.locator('.shortlist summary').click();
  await page.locator('.comparison').waitFor();
  await page.setViewportSize({ width: 672, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const table = await page.locator('.comparison table').boundingBox();
  expect((table?.x ?? 0) + (table?.width ?? 1000)).toBeLessThanOrEqual(672);
  expect(await page.locator('.comparison button').first().isVisible()).toBe(false);
});

it('loads at most 130 KB of script', async () => {
  const page = await context.newPage();
  const scripts: Promise<string>[] = [];
  context.on('response', response => response.url().endsWith('.js') && scripts.push(response.text()));
  await page.goto(`${siteUrl}/ru/costs`);
  await page.locator('.shortlist summary').waitFor();
  const sizes = (await Promise.all(scripts)).map(code => brotliCompressSync(code).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(130_000);
});
