import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { askOnce } from './support/ask-once';
import { connectBrowser } from './support/browser';
import { expectLanguageLinks, expectWholePage, faultsOf, headingLevels } from './support/page-checks';
import { readPage, wrongScript, type PageFacts } from './support/read-page';

const siteUrl = inject('siteUrl');
const { pages, choices, broken } = inject('siteMap');

let browser: Browser;
let tab: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  tab = await browser.newPage();
});

afterAll(() => browser.close());

const ask = askOnce(siteUrl);

it('leads no link within the site to a page that is not there', () => {
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
});

const facts = new Map<string, Promise<PageFacts>>();

/** Reads each page once. */
function read(path: string): Promise<PageFacts> {
  const known = facts.get(path) ?? ask(path).then(({ text: html }) => readPage(tab, html));
  facts.set(path, known);
  return known;
}

it('answers every filter, order and currency that a page links to, as whole as a page without one', async () => {
  const found: string[] = [];
  for (const choice of choices) {
    const { status, text: html } = await ask(choice);
    const { ids } = await read(choice);
    if (status !== 200) found.push(`${choice} answers ${status}`);
    if (headingLevels(html).filter(level => level === 1).length !== 1) found.push(`${choice} has not one h1`);
    if (new Set(ids).size < ids.length) found.push(`${choice} has an id twice`);
  }
  // One of each kind for the slow look at the whole markup.
  for (const [choice = ''] of Map.groupBy(choices, choice => choice.replace(/\/[^/]+\/questions|=[^&]+/g, '')).values()) {
    found.push(...(await faultsOf((await ask(choice)).text)).map(fault => `${choice}: ${fault}`));
  }
  expect(found).toEqual([]);
});

it('answers what a form offers, under the address of the plain list', async () => {
  const offers = new Set<string>();
  // Forms stand on lists: `/en/costs`.
  for (const path of pages.filter(path => path.split('/').length === 3)) for (const offer of (await read(path)).offers) offers.add(offer);
  expect(offers.size).toBeGreaterThan(10);
  for (const offer of offers) {
    const { status, text: html } = await ask(offer);
    expect(status, offer).toBe(200);
    expect(headingLevels(html).filter(level => level === 1), offer).toHaveLength(1);
    expect(html, offer).toContain(`<link rel="canonical" href="${siteUrl}${offer.replace(/\?.*/, '')}"`);
  }
});

describe.each(pages)('%s', (path) => {
  it('is a whole page that a browser, a search engine and a screen reader can read', async () => {
    await expectWholePage(await ask(path), siteUrl + path);
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
    const said = (await ask(path)).text.includes('content="noindex"') ? words.filter(({ where }) => !/^(title|meta)/.test(where)) : words;
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

  it('links to itself in every language, and to nothing that is missing', () => expectLanguageLinks(path, ask));
});
