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

/** Words without what a typesetter does to keep them on a line. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

const wholeKnown = new Map<string, Promise<ArticlePage>>();

/** The article of the demo content that shows every block; looked for once, one after the other, so as not to ask for all of them at a time. */
function whole(locale: string): Promise<ArticlePage> {
  const known = wholeKnown.get(locale) ?? findWhole(locale);
  wholeKnown.set(locale, known);
  return known;
}

async function findWhole(locale: string): Promise<ArticlePage> {
  for (const path of pages.filter(path => path.startsWith(`/${locale}/articles/`))) {
    const view = await article(path);
    if (new Set(view.blocks.map(block => block.type)).size === Object.keys(kinds).length) return view;
  }
  throw new Error(`There is no article with every block in ${locale}`);
}

describe.each(['en', 'ru'])('the article with every block, in %s, without JavaScript', (locale) => {
  it('shows each block', async () => {
    const view = await whole(locale);
    expect(new Set(view.blocks.map(block => block.type))).toEqual(new Set(Object.keys(kinds)));

    await page.goto(siteUrl + view.path);
    const shown = page.locator('main .body > *');
    expect(await shown.count()).toBe(view.blocks.length);
    for (const [index, { key, type }] of view.blocks.entries()) {
      const block = shown.nth(index);
      expect(await block.isVisible(), `${type} ${key}`).toBe(true);
      const { height } = await block.boundingBox() ?? { height: 0 };
      expect(height, `${type} ${key}`).toBeGreaterThan(20);
    }
  });

  it('says at a source under which heading it is cited', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const source = view.sources.find(({ uses }) => uses.some(({ section }) => section !== null));
    const place = source?.uses.find(({ section }) => section !== null);
    expect(plain(await page.locator(`#source-${source?.key} .uses`).innerText())).toContain(plain(place?.section?.label ?? '?'));
  });

  it('defines a term where it stands, by keyboard', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const [first] = view.terms;
    const definition = page.locator(`#${first?.id}`);
    expect(await definition.isVisible()).toBe(false);

    const term = page.locator(`button[popovertarget="${first?.id}"]`).first();
    await term.focus();
    await page.keyboard.press('Enter');
    expect(plain(await definition.innerText())).toContain(plain(first?.definition ?? '?'));
    await page.keyboard.press('Tab');
    expect(await definition.locator('a').evaluate(link => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await definition.isVisible()).toBe(false);
    expect(await term.evaluate(button => button === document.activeElement)).toBe(true);

    await term.click();
    await definition.locator('a').click();
    expect(plain(await page.locator('.terms > :target').innerText())).toContain(plain(first?.definition ?? '?'));
  });

  it('marks each term once, none in a heading, a link or a quotation', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const targets = await page.locator('.term button:not(.no-print)').evaluateAll(buttons => buttons.map(button => button.getAttribute('popovertarget')));
    expect(targets).toEqual(view.terms.map(({ id }) => id));
    expect(targets.length).toBeGreaterThan(5);
    expect(await page.locator(':is(h1, h2, h3, h4, a, blockquote, th, summary) .term').count()).toBe(0);
  });

  it('holds a patient’s story against the criteria of the treatment', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const fit = page.locator('.fit').first();
    expect(plain(await fit.locator('.verdict').innerText())).toContain(locale === 'en' ? 'nothing of 4 of the 7' : 'о 4 из 7');
    expect(await fit.locator('.fits').count()).toBe(3);
    expect(plain(await fit.locator('.fits').nth(1).innerText())).toContain(locale === 'en' ? '34 years old' : '34 года');
  });

  it('leads from each line of the contents to its heading', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const lines = await page.locator('.contents nav a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
    expect(lines).toEqual([...view.contents.map(({ id }) => `#${id}`), '#article-takeaways', '#source-list']);
    for (const line of lines) expect(await page.locator(`main :is(h2, h3)${line}`).count(), line).toBe(1);
  });

  it('says of a share of people what it is of, beside the one it is compared with', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const compared = view.blocks.find(block => block.type === 'evidence.claim' && block.shares.length === 2);
    const said = await page.locator(`.evidence[aria-labelledby="claim-${compared?.key}"] .share .figure`).allTextContents();
    expect(said.map(plain)).toEqual(locale === 'en'
      ? ['33 in 100 improved with cells', '37 in 100 improved with salt water']
      : ['У 33 из 100 — улучшение с клетками', 'У 37 из 100 — улучшение с физиологическим раствором']);
  });

  it('heads what it says at a glance by the name of the treatment', async () => {
    const view = await whole(locale);
    await page.goto(siteUrl + view.path);
    const names = await page.locator('.glance .name').allTextContents();
    expect(names.map(plain)).toEqual(view.treatments.map(({ label }) => plain(label)));
    expect(await page.locator('.glance').textContent()).toContain('≈');
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
