import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { richTexts } from '../account.ts';
import { found, lostWords, modelPage, read } from './read.ts';

const absent = !existsSync(modelPage);

describe.skipIf(absent)(`the model page${absent ? ` (skipped: ${modelPage} is not there)` : ''}`, () => {
  const html = absent ? '' : readFileSync(modelPage, 'utf8');
  const page = read(absent ? '<h1>absent</h1><p>absent</p>' : html, { folder: path.dirname(modelPage) });
  const { draft, report, icons } = page;
  const count = (component: string, kind?: string) => draft.body.filter(block => block.__component === component && (!kind || ('kind' in block && block.kind === kind))).length;

  it('loses no word, and places all but what the site makes itself', () => {
    expect(lostWords(html, page)).toEqual([]);
    expect(report.unplaced.filter(({ what }) => what !== 'picture')).toEqual([]);
  });

  it('holds every element of the page', () => {
    expect(draft).toMatchObject({ cover: null, clinics: { length: 2 }, costs: { length: 2 }, sources: { length: 4 }, related: { length: 3 }, reviews: { length: 1 } });
    expect(draft.summary).not.toBe('');
    expect(draft.keyTakeaways).toMatchObject([{ type: 'list', children: { length: 3 } }]);
    expect({
      figures: count('shared.figure'),
      callouts: count('block.callout', 'note'),
      ticked: count('block.list', 'check'),
      questions: count('block.list', 'questions'),
      videos: count('block.video'),
      buttons: count('block.call-to-action'),
      stories: count('block.patient-story'),
      costTables: count('block.cost-table'),
      clinicCards: count('block.clinic-cards'),
    }).toEqual({ figures: 4, callouts: 3, ticked: 3, questions: 1, videos: 1, buttons: 3, stories: 1, costTables: 1, clinicCards: 1 });
    expect(draft.clinics.flatMap(({ photos }) => photos)).toHaveLength(2);
    const headings = draft.body.flatMap(block => (block.__component === 'block.text' ? block.body : [])).filter(({ type }) => type === 'heading');
    expect(headings).toHaveLength(7);
    const texts = richTexts(headings);
    expect(texts).toContainEqual(expect.stringMatching(/^Price of /));
    const titles = [...draft.reviews.map(({ title }) => title), ...draft.body.flatMap(block => ('title' in block && block.title ? [block.title] : []))];
    expect(titles.filter(title => texts.includes(title))).toEqual([]);
    expect(icons).toHaveLength(20);
  });

  it('reads clinics and prices as facts', () => {
    expect(draft.clinics.map(({ slug, country, city }) => [slug, country, city])).toEqual([['liv-ulus', 'TR', 'Istanbul'], ['cellthera', 'CZ', null]]);
    expect(draft.costs.map(({ country, amountFrom, currency }) => [country, amountFrom, currency])).toEqual([['TR', 15_000, 'USD'], ['CZ', 14_000, 'EUR']]);
  });

  it('names the 26 places with Cyrillic', () => {
    expect(found(report, 'wrong-script')).toMatchObject([
      { message: 'Cyrillic on a page in English, in 26 places: 18 icons, 5 pictures, 2 flags, 1 button', places: { length: 26 } },
    ]);
  });

  it.each([
    ['title-as-alt', 1],
    ['two-currencies', 2],
    ['price-without-clinic', 2],
    ['price-without-date', 2],
    ['source-without-link', 4],
    ['source-not-cited', 4],
    ['unsourced-number', 10],
    ['video-without-title', 1],
    ['link-text-twice', 2],
    ['button-labels', 3],
    ['sum-in-prose', 1],
    ['patient-named', 1],
  ])('finds %s in %i places', (rule, places) => {
    expect(found(report, rule)).toMatchObject([{ places: { length: places } }]);
  });

  it('sets a sum in prose beside the row that says another', () => {
    expect(found(report, 'sum-in-prose')[0]?.places[0]).toMatch(/^\$15,000, beside the row "[^"]*€14,000"/);
  });
});
