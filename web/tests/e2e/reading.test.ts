import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { ArticlePage } from '../../shared/views/article';
import type { BlockView } from '../../shared/views/blocks';
import { connectBrowser } from './support/browser';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');

/** All kinds of block: a new one does not pass the type check until it stands here, and not the test until the demo content shows it. */
const kinds: Record<BlockView['type'], true> = {
  'block.text': true,
  'shared.figure': true,
  'block.callout': true,
  'block.list': true,
  'evidence.claim': true,
  'block.cost-table': true,
  'block.clinic-cards': true,
  'block.patient-story': true,
  'block.video': true,
  'block.faq': true,
  'block.call-to-action': true,
};

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

async function article(path: string): Promise<ArticlePage> {
  const [, locale, , slug] = path.split('/');
  const view: ArticlePage = await (await fetch(`${siteUrl}/api/articles/${slug}?locale=${locale}`)).json();
  return view;
}

/** The article of the demo content that shows every block. */
async function longest(locale: string): Promise<ArticlePage> {
  const articles = await Promise.all(pages.filter(path => path.startsWith(`/${locale}/articles/`)).map(article));
  const [first] = articles.sort((one, other) => other.blocks.length - one.blocks.length);
  if (first === undefined) throw new Error(`There is no article in ${locale}`);
  return first;
}

describe.each(['en', 'ru'])('the article with every block, in %s, without JavaScript', (locale) => {
  it('shows each block', async () => {
    const view = await longest(locale);
    expect(new Set(view.blocks.map(block => block.type))).toEqual(new Set(Object.keys(kinds)));

    await page.goto(siteUrl + view.path);
    for (const { key, type } of view.blocks) {
      const block = page.locator(`#block-${key}`);
      expect(await block.isVisible(), `${type} ${key}`).toBe(true);
      const { height } = await block.boundingBox() ?? { height: 0 };
      expect(height, `${type} ${key}`).toBeGreaterThan(20);
    }
  });

  it('leads from each citation to its source and back', async () => {
    const view = await longest(locale);
    await page.goto(siteUrl + view.path);
    const citation = page.locator('main .citation a').first();
    await citation.click();
    expect(await page.locator('li:target').count()).toBe(1);
    await page.locator('li:target .uses a').first().click();
    expect(await page.locator('a:target').getAttribute('id')).toBe(await citation.getAttribute('id'));
  });

  it('leads from each line of the contents to its heading', async () => {
    const view = await longest(locale);
    await page.goto(siteUrl + view.path);
    for (const { id } of view.contents) {
      expect(await page.locator(`main :is(h2, h3)#${id}`).count(), id).toBe(1);
    }
  });

  it('opens questions, transcript and what a price includes', async () => {
    const view = await longest(locale);
    await page.goto(siteUrl + view.path);
    for (const details of [page.locator('.faq details').first(), page.locator('.video details').first(), page.locator('table details').first()]) {
      await details.locator('summary').click();
      expect(await details.evaluate(element => element.hasAttribute('open'))).toBe(true);
    }
  });
});

it('shows each country by its name first, and its flag to the eye only', async () => {
  await page.goto(`${siteUrl}/en/clinics`);
  const country = page.locator('.country').first();
  expect((await country.textContent())?.trim()).toMatch(/^\p{Lu}/u);
  expect(await country.locator('img').getAttribute('alt')).toBe('');
  expect(await page.locator('.languages img').count()).toBe(0);
});

it('takes the keyboard past the navigation first', async () => {
  await page.goto(`${siteUrl}/en`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
});

it('compares costs by a form and links alone', async () => {
  await page.goto(`${siteUrl}/en/costs`);
  const rows = page.locator('tbody tr');
  const all = await rows.count();
  await page.locator('select[name=country]').selectOption('PL');
  await page.locator('select[name=currency]').selectOption('USD');
  await page.locator('main form button').click();

  expect(await rows.count()).toBeLessThan(all);
  expect(await page.locator('tbody .country').allTextContents()).toEqual(Array.from({ length: await rows.count() }, () => 'Poland'));
  expect(await page.locator('thead').textContent()).toContain('USD');

  await page.locator('.sort a').nth(1).click();
  expect(new URL(page.url()).searchParams.get('country')).toBe('PL');
  expect(await rows.count()).toBeLessThan(all);
});

it('finds a clinic by its country', async () => {
  await page.goto(`${siteUrl}/ru/clinics`);
  await page.locator('select[name=country]').selectOption('PL');
  await page.locator('main form button').click();
  expect(await page.locator('.clinic .country').allTextContents()).toEqual(['Польша']);
  expect(await page.locator('.found').textContent()).toBe('1 клиника');
});

it('says how to reach a coordinator, and by when there is an answer', async () => {
  await page.goto(`${siteUrl}/en/request`);
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(1);
  expect(await page.locator('.promise').textContent()).toMatch(/by \w+/);
});
