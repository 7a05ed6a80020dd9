import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { found, lostWords, pages, readFixture } from './read.ts';

const page = readFixture('cataract.html', 'en');
const { draft, report } = page;
const blocks = draft.body.map(({ __component }) => __component);
const block = (component: string) => draft.body.filter(({ __component }) => __component === component);

describe('a page in the style of WordPress', () => {
  it('loses no word', () => {
    expect(lostWords(readFileSync(path.join(pages, 'cataract.html'), 'utf8'), page)).toEqual([]);
  });

  it('gives title, lead, description and cover, and is known by its canonical address', () => {
    expect(draft).toMatchObject({
      title: 'Cataract surgery abroad',
      identity: 'https://guide.example/cataract-surgery-abroad',
      summary: 'This page is fictitious. It tells how an invented patient had an invented cataract removed.',
      description: 'A fictitious page for tests: what cataract surgery abroad is like.',
      cover: { src: 'pictures/harbour%20view.png?resize=800', alt: 'A ship’s lamp on a windowsill', caption: 'Everything on this page is invented.' },
    });
  });

  it('becomes blocks in the order of the page', () => {
    expect(blocks).toEqual([
      'block.callout', 'block.text', 'block.list', 'block.text', 'shared.figure', 'shared.figure', 'shared.figure', 'block.text', 'block.cost-table',
      'block.text', 'block.clinic-cards', 'block.text', 'block.patient-story', 'block.faq', 'block.text', 'block.video', 'block.call-to-action',
    ]);
  });

  it('takes a bold first line of a box for its title', () => {
    expect(block('block.callout')).toMatchObject([{ kind: 'advice', title: 'Good to know' }]);
  });

  it('closes a gap between heading levels, and says so', () => {
    const levels = draft.body.flatMap(part => (part.__component === 'block.text' ? part.body : [])).flatMap(node => (node.type === 'heading' ? node.level : []));
    expect(levels).toEqual([2, 3, 2, 2, 2, 2]);
    expect(report.guesses).toContain('the heading "On the day" skipped a level and was raised to level 3');
  });

  it('reads clinics with city, country, picture and their own page', () => {
    expect(draft.clinics).toMatchObject([
      { name: 'Sample Eye House', slug: 'sample-eye-house', city: 'Gdańsk', country: 'PL', photos: [{ alt: 'A white door' }] },
      { name: 'Example Lens Centre', slug: 'example-lens-centre', city: 'Izmir', country: 'TR', countryIn: 'in Türkiye', photos: [] },
    ]);
  });

  it('reads price rows, and names the remark that has no field', () => {
    expect(draft.costs).toMatchObject([
      { country: 'PL', amountFrom: 1100, amountTo: 1900, currency: 'EUR' },
      { country: 'TR', amountFrom: 1200, amountTo: null, currency: 'EUR' },
    ]);
    expect(draft.treatment).toBe('Cataract surgery');
    expect(block('block.cost-table')).toMatchObject([{ title: 'Prices by country' }]);
    expect(report.unplaced).toContainEqual(expect.objectContaining({ what: 'remark in a price row', text: 'one eye' }));
  });

  it('reads sources with DOI, year and publisher', () => {
    expect(draft.sources).toMatchObject([
      { type: 'journal_article', doi: '10.1234/sample.2020.5', year: 2020 },
      { type: 'web_page', publisher: 'Invented Eye Society', title: 'Handbook of lenses, 2018.', url: 'https://eye.example/handbook', year: 2018 },
    ]);
  });

  it('reads a patient’s words, questions, a video and takeaways', () => {
    expect(draft.reviews).toMatchObject([{ displayName: 'Ada Sample', country: 'PL', title: 'I could read the harbour signs again', quote: 'I could read the harbour signs again.' }]);
    expect(block('block.faq')).toMatchObject([{ title: 'Questions and answers', items: [{ question: 'Does it hurt?' }, { question: 'When may I fly?' }] }]);
    expect(block('block.video')).toMatchObject([{ provider: 'vimeo', videoId: '123456789', title: 'How a lens is replaced' }]);
    expect(JSON.stringify(draft.keyTakeaways)).toContain('It is invented.');
  });

  it('leaves out the site around the article, and says what', () => {
    const left = report.leftOut.map(({ text }) => text);
    expect(left).toEqual(expect.arrayContaining(['Example Guide Blog', 'Newsletter Sign up', '© Example Guide', 'Contents What is done', 'Share this Post', 'Filed under Eyes', '6 min read']));
    expect(JSON.stringify(draft)).not.toMatch(/Newsletter|Share this|dataLayer|min read/);
  });

  it('names what has no place', () => {
    const unplaced = report.unplaced.map(({ what, text }) => `${what}: ${text}`);
    expect(unplaced).toEqual(expect.arrayContaining(['preformatted text: 20/20 is a fraction', 'embed: Map of the harbour', 'picture: pictures/three.png']));
  });

  it('finds the picture without alt and the alt that two share', () => {
    expect(found(report, 'missing-alt')).toMatchObject([{ places: ['pictures/three.png'] }]);
    expect(found(report, 'alt-twice')).toMatchObject([{ places: ['pictures/one.png ("A lens")', 'pictures/two.png ("A lens")'] }]);
  });

  it('asks for no source where a passage links to one', () => {
    expect(found(report, 'unsourced-number')).toMatchObject([{ places: ['20: "The lens is replaced; this takes 20 minutes."'] }]);
  });
});
