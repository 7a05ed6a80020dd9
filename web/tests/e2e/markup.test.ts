import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { connectBrowser } from './support/browser';
import { linksIn } from './support/crawl';
import { readPage, wrongScript, type PageFacts } from './support/read-page';
import { isReading } from './support/templates';

const siteUrl = inject('siteUrl');
const { pages, choices, broken } = inject('siteMap');

// All of the standard, and what is good practice beyond it.
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:recommended'],
  rules: {
    // Forms that HTML allows, of which Vue and Nuxt write the other one: `<!DOCTYPE html>`, `<br>`, `open`.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    // What a template leaves at the end of a line no reader meets.
    'no-trailing-whitespace': 'off',
    // The title of an article is as long as it has to be; search engines cut it where they like.
    'long-title': 'off',
  },
});

let browser: Browser;
let tab: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  tab = await browser.newPage();
});

afterAll(() => browser.close());

interface Answer { status: number; headers: Headers; html: string }

const answers = new Map<string, Promise<Answer>>();

/** Asks for each page once. */
function ask(path: string): Promise<Answer> {
  const known = answers.get(path) ?? fetch(siteUrl + path, { redirect: 'manual' })
    .then(async response => ({ status: response.status, headers: response.headers, html: await response.text() }));
  answers.set(path, known);
  return known;
}

/** Levels of the headings in the order of the page. */
function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
}

it('leads no link within the site to a page that is not there', () => {
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
});

const facts = new Map<string, Promise<PageFacts>>();

/** Reads each page once. */
function read(path: string): Promise<PageFacts> {
  const known = facts.get(path) ?? ask(path).then(({ html }) => readPage(tab, html));
  facts.set(path, known);
  return known;
}

async function faultsOf(html: string): Promise<string[]> {
  // The one name that the framework gives, to the data of its script.
  const report = await validator.validateString(html.replace('id="__NUXT_DATA__"', ''));
  return report.results.flatMap(result => result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`));
}

it('answers every filter, order and currency that a page links to, as whole as a page without one', async () => {
  const found: string[] = [];
  for (const choice of choices) {
    const { status, html } = await ask(choice);
    const { ids } = await read(choice);
    if (status !== 200) found.push(`${choice} answers ${status}`);
    if (headingLevels(html).filter(level => level === 1).length !== 1) found.push(`${choice} has not one h1`);
    if (new Set(ids).size < ids.length) found.push(`${choice} has an id twice`);
  }
  // One of each kind for the slow look at the whole markup.
  for (const [choice = ''] of Map.groupBy(choices, choice => choice.replace(/\/[^/]+\/questions|=[^&]+/g, '')).values()) {
    found.push(...(await faultsOf((await ask(choice)).html)).map(fault => `${choice}: ${fault}`));
  }
  expect(found).toEqual([]);
});

it('answers what a form offers, under the address of the plain list', async () => {
  const offers = new Set<string>();
  // Forms stand on lists: `/en/costs`.
  for (const path of pages.filter(path => path.split('/').length === 3)) for (const offer of (await read(path)).offers) offers.add(offer);
  expect(offers.size).toBeGreaterThan(10);
  for (const offer of offers) {
    const { status, html } = await ask(offer);
    expect(status, offer).toBe(200);
    expect(headingLevels(html).filter(level => level === 1), offer).toHaveLength(1);
    expect(html, offer).toContain(`<link rel="canonical" href="${siteUrl}${offer.replace(/\?.*/, '')}"`);
  }
});

describe.each(pages)('%s', (path) => {
  it('is a whole page that a browser, a search engine and a screen reader can read', async () => {
    const { html, headers } = await ask(path);
    const locale = path.split('/')[1];

    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toContain('default-src \'none\'');
    expect(html).toMatch(new RegExp(`<html +lang="${locale}" dir="(ltr|rtl)"`));
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+"/);
    expect(html).toContain(`<link rel="canonical" href="${siteUrl}${path}"`);
    if (isReading(path)) expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|modulepreload|\.js"/);

    const levels = headingLevels(html);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), `heading levels ${levels}`).toEqual([]);

    expect(await faultsOf(html)).toEqual([]);
  });

  it('has each id once, and each link to a part of a page leads to a part that is there', async () => {
    const { ids, links } = await read(path);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const lost: string[] = [];
    for (const { href } of links) {
      const [page = '', fragment] = href.split('#');
      if (fragment === undefined || !/^(\/|$)/.test(page)) continue;
      const target = await read(page === '' ? path : page);
      if (!target.ids.includes(decodeURIComponent(fragment))) lost.push(href);
    }
    expect(lost).toEqual([]);
  });

  it('says the language of all words that are not in its own', async () => {
    const { words } = await read(path);
    // The title and the description of a window have one language, that of the page, even where its words are not translated.
    const said = (await ask(path)).html.includes('content="noindex"') ? words.filter(({ where }) => !/^(title|meta)/.test(where)) : words;
    expect(said.flatMap(({ text, lang, where }) => {
      const wrong = wrongScript({ text, lang });
      return wrong === null ? [] : [`“${wrong}” in ${lang} at ${where}: ${text.slice(0, 80)}`];
    })).toEqual([]);
  });

  it('names each link so that it can be told from the others, heard on its own', async () => {
    const { links } = await read(path);
    const same = Map.groupBy(links, ({ name, context }) => `${name} (${context})`);
    expect([...same].filter(([, those]) => new Set(those.map(({ href }) => href)).size > 1).map(([name]) => name)).toEqual([]);
    expect(links.filter(({ name }) => name === '' || /^(here|more|read more|здесь|тут|далее|подробнее|читать далее)$/i.test(name))).toEqual([]);
  });

  it('links to itself in every language, and to nothing that is missing', async () => {
    const { html } = await ask(path);
    const others = [...html.matchAll(/<a href="([^"]+)" hreflang="/g)].map(([, href = '']) => href);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      const answer = await ask(other);
      expect(answer.status, other).toBe(200);
      expect(linksIn(answer.html), `${other} leads back`).toContain(path);
    }
  });
});
