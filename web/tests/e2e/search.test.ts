import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { connectBrowser } from './support/browser';

const siteUrl = inject('siteUrl');

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

const words = {
  en: {
    home: '/en', query: 'corneal transplnt', kind: /^Conditions/, results: 'Results for “corneal transplnt”', hit: 'Keratoconus', search: 'Search',
    question: 'can stem cells cure', questions: /^Questions/, answer: 'is known to cure', nothing: 'Nothing was found', glossary: 'glossary',
  },
  ru: {
    home: '/ru', query: 'роговици', kind: /^Болезни/, results: 'Результаты по запросу “роговици”', hit: 'Кератоконус', search: 'Поиск',
    question: 'можно ли вылечить', questions: /^Вопросы/, answer: 'что он излечивает', nothing: 'Ничего не найдено', glossary: 'словаре',
  },
};

/** Words without what a typesetter does, whatever quotation marks they have. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00A0', ' ').replace('«', '“').replace('»', '”').trim();

const heading = async () => plain(await page.locator('h1').textContent());

describe.each(['en', 'ru'] as const)('in %s, without JavaScript', (locale) => {
  const said = words[locale];

  it('a reader types, submits, chooses a kind and follows a hit', async () => {
    await page.goto(siteUrl + said.home);
    await page.locator('header').getByRole('searchbox').fill(said.query);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${locale}/search?q=*`);
    expect(await heading()).toBe(said.results);
    expect(plain(await page.title())).toContain(said.results);
    expect(await page.locator('main').getByRole('searchbox').inputValue()).toBe(said.query);
    expect(await page.locator('.hit mark').count()).toBeGreaterThan(3);

    await page.getByRole('link', { name: said.kind }).click();
    await page.waitForURL('**kind=condition*');
    expect(new Set((await page.locator('.hit .label').allInnerTexts()).map(plain)).size).toBe(1);
    await page.locator('.hit').getByRole('link', { name: said.hit }).click();
    expect(await heading()).toBe(said.hit);
  });

  it('a question opens where it is answered', async () => {
    await page.goto(`${siteUrl}/${locale}/search?${new URLSearchParams({ q: said.question, kind: 'question' })}`);
    await page.locator('.hit a').first().click();
    await page.waitForURL('**#question-*');
    const answer = page.locator(':target');
    expect(plain(await answer.textContent())).toContain(said.answer);
    expect(await answer.isVisible()).toBe(true);
  });

  it('where nothing is found, it says what else to try', async () => {
    await page.goto(`${siteUrl}/${locale}/search?q=qqqqqqqq`);
    expect(plain(await page.locator('main').innerText())).toContain(said.nothing);
    expect(await page.locator('main').getByRole('link', { name: said.glossary }).getAttribute('href')).toBe(`/${locale}/glossary`);
    expect(await page.locator('.start li').count()).toBe(8);
  });

  it('a page that is not there has a field, and a phone a link to one', async () => {
    await page.goto(`${siteUrl}/${locale}/no-such-page`);
    await page.locator('main').getByRole('searchbox').fill('Sedef');
    await page.locator('main').getByRole('button').click();
    expect(await page.locator('.hit a').first().getAttribute('href')).toContain('sedef');

    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(siteUrl + said.home);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    await page.locator('header').getByRole('link', { name: said.search }).click();
    expect(await heading()).toBe(said.search);
    expect(await page.locator('main').getByRole('searchbox').isVisible()).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

it('a switch of the language keeps the query and the kind', async () => {
  await page.goto(`${siteUrl}/en/search?q=Sedef&kind=clinic`);
  await page.getByRole('link', { name: 'Русский' }).click();
  await page.waitForURL('**/ru/search?q=Sedef&kind=clinic');
  expect(plain(await page.locator('.hit h2').first().textContent())).toBe('Больница “Седеф-Бей”');
  await page.getByRole('link', { name: 'English' }).click();
  expect(plain(await page.locator('.hit h2').first().textContent())).toBe('Sedef Bay Hospital');
});

it('shows all of a kind, twenty to a page', async () => {
  await page.goto(`${siteUrl}/en/search?kind=term`);
  expect(await page.locator('.hit').count()).toBe(20);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL('**kind=term&page=2');
  expect(await page.locator('.hit').count()).toBeGreaterThan(0);
  expect((await fetch(`${siteUrl}/en/search?kind=term&page=99`)).status).toBe(404);
});

it('shows what was typed as text, and no more of it than it looks for', async () => {
  await page.goto(`${siteUrl}/en/search?${new URLSearchParams({ q: '"><b>hip</b>' })}`);
  expect(await heading()).toContain('<b>hip</b>');
  expect(await page.locator('main b').count()).toBe(0);
  await page.goto(`${siteUrl}/en/search?q=${'hip '.repeat(500)}`);
  expect((await page.locator('main').getByRole('searchbox').inputValue()).length).toBeLessThanOrEqual(100);
});

it('lets no word of a reader into the policy that says what may run', async () => {
  const answer = await fetch(`${siteUrl}/en/search?q=${encodeURIComponent('<script src=x></script><script>alert(1)</script>')}`);
  expect(answer.headers.get('content-security-policy')).toBe((await fetch(`${siteUrl}/en/search`)).headers.get('content-security-policy'));
  expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
});

it('is kept out of search engines and caches', async () => {
  const answer = await fetch(`${siteUrl}/en/search?q=hip`);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
});
