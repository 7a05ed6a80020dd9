import { globSync } from 'node:fs';
import { resolve } from 'node:path';

import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { scriptedSections, sectionPath } from '../../shared/paths';
import { linksIn } from './support/crawl';

const siteUrl = inject('siteUrl');
const { pages, choices, broken } = inject('siteMap');

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Vue writes what HTML allows: void elements and attributes without quotes are its own choice.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

/** Pages that may have a script, since they are whole without it. */
const scripted = new Set(localeCodes.flatMap(locale => scriptedSections.map(section => sectionPath(section, locale))));

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

/** What the site has pages for, as its files say: `articles/[slug]`. */
const kinds = globSync('**/*.vue', { cwd: resolve(import.meta.dirname, '../../app/pages') }).map(file => file.replace(/(\/?index)?\.vue$/, ''));

it.each(localeCodes.flatMap(locale => kinds.map(kind => ({ locale, kind }))))('has an example of “$kind” in $locale, and a link that leads there', ({ locale, kind }) => {
  const pattern = new RegExp(`^/${locale}${kind && `/${kind.replaceAll('[slug]', '[^/]+')}`}$`);
  expect(pages.some(path => pattern.test(path))).toBe(true);
});

it('answers every filter, order and currency that a page links to', async () => {
  for (const choice of choices) {
    expect((await fetch(siteUrl + choice)).status, choice).toBe(200);
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
    if (!scripted.has(path)) expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|modulepreload|\.js"/);

    const levels = headingLevels(html);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), `heading levels ${levels}`).toEqual([]);

    // The one name that the framework gives, to the data of its script.
    const report = await validator.validateString(html.replace('id="__NUXT_DATA__"', ''));
    const faults = report.results.flatMap(result => result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`));
    expect(faults).toEqual([]);
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
