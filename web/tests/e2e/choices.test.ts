import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { scriptedSections, sectionPath } from '../../shared/paths';
import { barriers } from './support/barriers';
import { plain, useScriptedTab } from './support/scripted-tab';

const siteUrl = inject('siteUrl');
const scripted = localeCodes.flatMap(locale => scriptedSections.map(section => sectionPath(section, locale)));

const tab = useScriptedTab();

const isSame = (page: Page) => page.locator('html.same').count().then(count => count === 1);
const found = (page: Page) => page.locator('[role=status]').textContent().then(plain);
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const shift = (page: Page) => page.evaluate(() => new Promise<number>((done) => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 300);
}));

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
    await tab.context.route('**/*.woff2', route => route.abort());
    const page = await tab.open(path);
    expect(await shift(page)).toBe(0);
    await page.locator('.keep button').first().click();
    await page.reload();
    await page.locator('.keep button[aria-pressed=true]').first().waitFor();
    expect(await shift(page)).toBe(0);
    expect(tab.faults.splice(0).filter(fault => !fault.includes('ERR_FAILED'))).toEqual([]);
  });

  it('is open to everyone with the comparison open, wide and light, narrow and dark', async () => {
    const page = await tab.open(path);
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
    const without = await tab.browser.newContext({ javaScriptEnabled: false });
    const page = await without.newPage();
    await page.goto(siteUrl + path);
    expect(await page.locator('main button').allTextContents()).toEqual([path.startsWith('/ru') ? 'Показать' : 'Show']);
    expect(await page.locator('.place').evaluateAll(places => places.filter(place => place.checkVisibility()).length)).toBe(0);
    await without.close();
  });
});

it('filters, sorts and converts prices without another load, and goes back the same way', async () => {
  const page = await tab.open('/en/costs');
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
  const page = await tab.open('/en/clinics');
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
  const page = await tab.open('/ru/clinics?country=CZ&treatment=autologous-haematopoietic-transplantation-ms');
  const way = page.locator('.found + ul a').last();
  await way.click();
  await page.waitForURL(url => url.search === '');
  expect(await found(page)).toMatch(/^\d+ клиник/);
  expect(await page.locator('[role=status]').evaluate(status => status === document.activeElement)).toBe(true);
  expect(await isSame(page)).toBe(true);
});

it('leaves it to the browser to load what cannot be answered in place, and other pages', async () => {
  const page = await tab.open('/en/costs');
  await page.route('**/api/costs**', route => route.fulfill({ status: 503, body: '{}' }));
  await page.locator('select[name=country]').selectOption('PL');
  await page.waitForURL('**country=PL**');
  await page.waitForFunction(() => !document.documentElement.classList.contains('same'));
  expect(await page.title()).toBe('Costs: Poland · Polyclinic');
  // The browser itself tells of the refused answer.
  expect(tab.faults.splice(0)).toEqual([expect.stringContaining('503')]);

  await page.locator('.costs tbody th a').first().click();
  await page.waitForURL('**/en/treatments/**');
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
});

it('remembers a chosen currency on the device, and offers it without forcing it', async () => {
  const page = await tab.open('/en/costs');
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

it('loads at most 130 KB of script', async () => {
  const page = await tab.context.newPage();
  const scripts: Promise<string>[] = [];
  tab.context.on('response', response => response.url().endsWith('.js') && scripts.push(response.text()));
  await page.goto(`${siteUrl}/ru/costs`);
  await page.locator('.shortlist summary').waitFor();
  const sizes = (await Promise.all(scripts)).map(code => brotliCompressSync(code).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(130_000);
});

it('says in its form what the list shows after a choice was given up', async () => {
  const page = await tab.open('/en/costs');
  const [treatment, currency] = [page.locator('select[name=treatment]'), page.locator('select[name=currency]')];
  await treatment.selectOption({ index: 1 });
  await page.waitForURL('**treatment=**');

  await page.route('**/api/costs**', async (route) => {
    await new Promise(done => setTimeout(done, 800));
    await route.continue().catch(() => {});
  });
  await currency.selectOption('USD');
  await page.goBack();
  await page.waitForURL(url => url.search === '');
  await page.locator('.list:not([aria-busy])').waitFor();
  await expect.poll(() => treatment.inputValue()).toBe('');
  expect(await currency.inputValue()).toBe('EUR');
  expect(await page.locator('.costs thead').first().textContent()).toContain('EUR');
});
