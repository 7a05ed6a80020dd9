import { HtmlValidate } from 'html-validate';
import { expect } from 'vitest';

import type { Answer } from './ask-once';
import { linksIn } from './crawl';
import { isReading } from './reading-pages';

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

/** Expects what every page has: language, title, description, canonical address, headings in order, valid HTML, no cookie, and no script where it is for reading. */
export async function expectWholePage({ text: html, headers }: Answer, url: string, dir = '(ltr|rtl)'): Promise<void> {
  const locale = new URL(url).pathname.split('/')[1];
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('content-security-policy')).toContain('default-src \'none\'');
  expect(html).toMatch(new RegExp(`<html +lang="${locale}" dir="${dir}"`));
  expect(html).toMatch(/<title>[^<]+<\/title>/);
  expect(html).toMatch(/<meta name="description" content="[^"]+"/);
  expect(html).toContain(`<link rel="canonical" href="${url}"`);
  if (isReading(new URL(url).pathname)) expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|modulepreload|\.js"/);

  const levels = headingLevels(html);
  expect(levels.filter(level => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), `heading levels ${levels}`).toEqual([]);

  expect(await faultsOf(html)).toEqual([]);
}

/** What is wrong with a page's HTML, with where it is. */
export async function faultsOf(html: string): Promise<string[]> {
  // The one name that the framework gives, to the data of its script.
  const report = await validator.validateString(html.replace('id="__NUXT_DATA__"', ''));
  return report.results.flatMap(result => result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`));
}

/** Expects that a page links to itself in every language, and is linked to by those. */
export async function expectLanguageLinks(path: string, ask: (path: string) => Promise<Answer>): Promise<void> {
  const { text: html } = await ask(path);
  const others = [...html.matchAll(/<a href="([^"]+)" hreflang="/g)].map(([, href = '']) => href);
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) {
    const answer = await ask(other);
    expect(answer.status, other).toBe(200);
    expect(linksIn(answer.text), `${other} leads back`).toContain(path);
  }
}

/** Levels of the headings in the order of the page. */
export function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
}
