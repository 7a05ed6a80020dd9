import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readModel } from '../model.ts';
import { pictureProblem } from '../pictures/draw.ts';
import { SeedError } from '../seed-error.ts';
import { seedFolder, smallContent, type Files } from '../test-content.ts';
import { checkContent } from './check.ts';
import { readContent } from './content.ts';

const model = readModel(path.resolve(import.meta.dirname, '..', '..', 'src'));

/** What a writer is told about the small content with some files put in place of others. */
function problemsWith(files: Files): string[] {
  try {
    checkContent(readContent(seedFolder({ ...smallContent, ...files }), model, ['en', 'ru']), model, pictureProblem);
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
}

/** The same for one file that is wrong in one way. */
function problemWith(file: string, text: string): string {
  const problems = problemsWith({ [file]: text });
  expect(problems).toHaveLength(1);
  return problems[0] ?? '';
}

const page = (more: string) => `about: { title: About, slug: about, body: Words., ${more} }`;

describe('checking the first content', () => {
  it('finds nothing in what is right', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('names an unknown field, and the fields that there are', () => {
    const problem = problemWith('en/pages.yaml', page('colour: red'));
    expect(problem).toMatch(/^en\/pages\.yaml: "about": the document: unknown field "colour"; the fields are title, slug, summary/);
  });

  it('names an unknown field of a block', () => {
    const problem = problemWith('en/articles/two.yaml', `
title: Second
slug: second
summary: Short.
body: [{ component: block.text, key: a, body: Words., size: big }]`);
    expect(problem).toMatch(/^en\/articles\/two\.yaml: "two": body\[0\]: unknown field "size"/);
  });

  it('names an unknown block', () => {
    const problem = problemWith('en/articles/two.yaml', `
title: Second
slug: second
summary: Short.
body: [{ component: block.carousel }]`);
    expect(problem).toContain('body[0].component: must have a component, one of block.text');
  });

  it('sends a fact to the shared file and a word to its locale', () => {
    expect(problemWith('en/people.yaml', 'ada: { name: Ada, slug: ada, role: Doctor, licence: A-1 }')).toContain(
      '"licence" is the same in every language; it belongs in shared/people.yaml',
    );
    expect(problemWith('shared/people.yaml', 'ada: { role: Doctor }')).toContain(
      '"role" differs by language; it belongs in <locale>/people.yaml',
    );
  });

  it('names what is missing, empty or of another type', () => {
    expect(problemWith('shared/clinics.yaml', 'bay: {}')).toBe('shared/clinics.yaml: "bay": country: is missing.');
    expect(problemWith('en/pages.yaml', page("summary: ' '"))).toContain('summary: is empty; leave the field out');
    expect(problemWith('shared/clinics.yaml', "bay: { country: TR, founded: '1999' }")).toContain('founded: must be a number, without quotes');
    expect(problemWith('shared/people.yaml', 'ada: { licence: 17 }')).toContain('licence: must be text; put it in quotes');
    expect(problemWith('shared/clinics.yaml', 'bay: { country: Turkey }')).toContain('country: must have');
  });

  it('names a document that a relation looks for in vain', () => {
    expect(problemWith('shared/people.yaml', 'ada: { clinic: moon }')).toBe(
      'shared/people.yaml: "ada": clinic: no clinics are called "moon"; add it to shared/clinics.yaml or correct the id.',
    );
  });

  it('refuses a block that points to a document without words in its language', () => {
    const problem = problemWith('ru/articles/one.yaml', `
title: Первая
slug: pervaya
summary: Кратко.
related: [two]`);
    expect(problem).toContain('related[0]: "two" has no words in ru');
  });

  it('names a picture that nothing draws', () => {
    expect(problemWith('en/people.yaml', 'ada: { name: Ada, slug: ada, role: Doctor, photo: { image: ada, alt: Ada } }')).toContain(
      'photo.image: no picture is drawn for "ada"',
    );
  });

  it('names what rich text cannot hold', () => {
    expect(problemWith('en/pages.yaml', page('summary: Fine.').replace('Words.', '"![A scan](scan.png)"'))).toContain(
      'body: rich text has no place for this image: A scan (scan.png)',
    );
  });

  it('names a file of no type, a folder of no locale, and a file that is no YAML', () => {
    expect(problemWith('en/recipes.yaml', 'soup: {}')).toMatch(/^en\/recipes\.yaml: no type is called "recipes"/);
    expect(problemWith('xx/pages.yaml', page(''))).toMatch(/^xx\/: no such locale/);
    expect(problemWith('en/pages.yaml', 'about: [')).toMatch(/^en\/pages\.yaml: /);
  });

  it('names facts without words, and words for what has no languages', () => {
    expect(problemWith('shared/pages.yaml', 'lost: { sourceLocale: en }')).toContain('"lost" has no words in any locale');
    expect(problemWith('en/sources.yaml', 'trial-2021: { title: A trial }')).toContain('move it to shared/sources.yaml');
  });

  it('wants keys where a list differs between locales, and each only once', () => {
    const navigation = (links: string) => `
site: { brand: P, tagline: T, disclaimer: D, referenceCurrency: EUR, navigation: [${links}] }`;
    const shared = { 'shared/sites.yaml': 'site: { timeZone: Europe/Istanbul }' };
    const link = (label: string, key = '') => `{ label: ${label}, href: /x${key && `, key: ${key}`} }`;
    expect(
      problemsWith({ ...shared, 'en/sites.yaml': navigation(link('A')), 'ru/sites.yaml': navigation(`${link('А')}, ${link('Б')}`) }),
    ).toEqual(['ru/sites.yaml: "site": navigation: differs between locales; give each of its entries a key in every locale.']);
    expect(problemsWith({ ...shared, 'en/sites.yaml': navigation(`${link('A', 'same')}, ${link('B', 'same')}`) })).toEqual([
      'en/sites.yaml: "site": navigation[1].key: "same" is used twice; give it another.',
    ]);
  });
});
