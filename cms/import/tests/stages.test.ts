import { describe, expect, it } from 'vitest';

import { costTableTitle } from '../compose/prices.ts';
import { countryFinder } from '../countries.ts';
import { foreignScript } from '../findings/scripts.ts';
import { sumReader } from '../money.ts';
import { videoOf } from '../read/videos.ts';
import { article, found, read } from './read.ts';

describe('sums', () => {
  it.each([
    ['from $15,000', 15_000, null, 'USD'],
    ['€14,000–18,000', 14_000, 18_000, 'EUR'],
    ['14 000 €', 14_000, null, 'EUR'],
    ['14.000,50 EUR', 14_000.5, null, 'EUR'],
    ['USD 500', 500, null, 'USD'],
    ['£3.50', 3.5, null, 'GBP'],
    ['zł 200', 200, null, 'PLN'],
  ])('%s', (text, amount, upTo, currency) => {
    expect(sumReader('en')(text)).toMatchObject([{ amount, upTo, currency }]);
  });

  it('takes no number for a sum', () => {
    expect(sumReader('en')('in 2021, 5 to 15 days, 0.2%')).toEqual([]);
  });
});

describe('countries', () => {
  it.each([
    ['en', 'Clinic in the Czech Republic', 'CZ'],
    ['en', 'Clinic in Turkey', 'TR'],
    ['en', 'Türkiye', 'TR'],
    ['en', 'Guinea-Bissau', 'GW'],
    ['ru', 'Клиника в Турции', 'TR'],
    ['ru', 'в Великобритании', 'GB'],
    ['ru', 'Poland', 'PL'],
    ['de', 'Klinik in der Türkei', 'TR'],
  ])('%s: %s', (locale, text, code) => {
    expect(countryFinder(locale)(text)?.code).toBe(code);
  });

  it('takes no common word for a country', () => {
    expect(countryFinder('en')('a turkey and some china for us')).toBeNull();
  });
});

describe('scripts', () => {
  it.each([
    ['β-interferon and µg', 'Latn', null],
    ['Записаться', 'Latn', 'Cyrillic'],
    ['клиника Example', 'Latn', 'Cyrillic'],
    ['Клиника Example делает МРТ', 'Cyrl', null],
    ['Example Clinic', 'Cyrl', null],
    ['Sign up for treatment', 'Cyrl', 'Latin'],
    ['whatever', 'Zzzz', null],
  ])('%s on a page in %s: %s', (text, script, foreign) => {
    expect(foreignScript(text, script)).toBe(foreign);
  });
});

describe('videos', () => {
  it.each([
    ['https://www.youtube-nocookie.com/embed/abcDEF12345?rel=0', 'youtube', 'abcDEF12345'],
    ['https://www.youtube.com/watch?t=3&v=abcDEF12345', 'youtube', 'abcDEF12345'],
    ['//player.vimeo.com/video/123456789', 'vimeo', '123456789'],
  ])('%s', (address, provider, videoId) => {
    expect(videoOf(address)).toEqual({ provider, videoId });
  });

  it('knows no other players', () => {
    expect(videoOf('https://maps.example/youtube.com/embed/abcDEF12345')).toBeNull();
  });
});

describe('what a page is known by', () => {
  const canonical = (address: string, title = 'A title') => read(`<!doctype html><link rel="canonical" href="${address}"><h1>${title}</h1><p>Words.</p>`);

  it.each(['https://a.example/x', 'https://a.example/x/', 'https://A.example/x#part', 'https://a.example/x/?utm_source=mail&utm_medium=b'])('is one address: %s', (address) => {
    expect(canonical(address).draft.identity).toBe('https://a.example/x');
  });

  it('keeps what tells two pages apart', () => {
    expect(canonical('https://a.example/?p=2&utm_source=x').draft.identity).toBe('https://a.example?p=2');
  });

  it('is the title where the address names no site, however it is written, and says so', () => {
    const { draft, report } = canonical('/x', 'A\u00A0 Title');
    expect(draft.identity).toBe('title: a title');
    expect(read('<h1>a TITLE</h1><p>Words.</p>').draft.identity).toBe('title: a title');
    expect(report.unplaced).toContainEqual(expect.objectContaining({ what: 'canonical address', text: '/x' }));
  });
});

describe('a page', () => {
  const html = (content: string) => read(article(content));

  it.each([
    ['a cell', '<table><tr><td>one<table><tr><td>two</td><td>three</td></tr></table>four</td></tr></table>'],
    ['an item', '<ul><li>one<table><tr><td>two<table><tr><td>three</td><td>four</td></tr></table></td></tr></table></li></ul>'],
    ['a quotation', '<blockquote>one<table><tr><td><p>two</p><table><tr><td>three</td></tr></table></td><td>four</td></tr></table></blockquote>'],
  ])('keeps the words of a table in %s apart', (_, content) => {
    const { draft, report } = html(`<h2>Part</h2>${content}`);
    expect(report.unplaced.filter(({ why }) => why.startsWith('not placed'))).toEqual([]);
    expect(JSON.stringify([draft.body, report.unplaced])).toMatch(/one.*two.*three.*four/);
  });

  it('names letters that were lost before it was saved', () => {
    expect(found(html('<p>Pr\uFFFDce</p>').report, 'lost-letters')).toMatchObject([{ places: ['Pr\uFFFDce'] }]);
  });

  it('keeps as text what is no price, no clinic and nobody’s words', () => {
    const { draft } = html('<h2>Facts</h2><ul><li>Poland: about 38 million people</li></ul><h3>A visit</h3><p>See <a href="/clinics/x">this clinic</a> first.</p>');
    expect(draft).toMatchObject({ costs: [], clinics: [], body: [{ __component: 'block.text' }] });
  });

  it('keeps a quotation that is no patient’s as a quotation', () => {
    const { draft } = html('<h2>Background</h2><blockquote><p>“It depends.”</p><p>— Dr Example</p></blockquote>');
    expect(draft.reviews).toEqual([]);
    expect(draft.body).toMatchObject([{ body: [{ type: 'heading' }, { type: 'quote', children: [{ text: '“It depends.”\n\n— Dr Example' }] }] }]);
  });

  it('reads prices from a list', () => {
    expect(html('<h2>Costs</h2><ul><li>Poland – from €900</li><li>Spain – from €1.200</li></ul>').draft.costs).toMatchObject([{ country: 'PL', amountFrom: 900 }, { country: 'ES', amountFrom: 1200 }]);
  });

  it('cuts what is longer than its field at a word, and names the rest', () => {
    const label = 'word '.repeat(40).trim();
    const { draft, report } = html(`<p><a class="btn" href="/x">${label}</a></p>`);
    expect(draft.body).toMatchObject([{ title: 'word '.repeat(24).trim() }]);
    expect(report.unplaced).toContainEqual(expect.objectContaining({ what: 'button', text: 'word '.repeat(16).trim() }));
  });

  it('ticks are bullets whatever draws them', () => {
    for (const tick of ['<img src="a.png" alt="">', '<svg></svg>', '<i class="fa icon-check"></i>', '✔ ', '<input type="checkbox" checked>']) {
      const { draft } = html(`<ul><li>${tick}One</li><li>${tick}Two</li></ul>`);
      expect(draft.body, tick).toMatchObject([{ __component: 'block.list', kind: 'check' }]);
    }
  });

  it('keeps the pictures of a list with pictures', () => {
    const { draft, icons } = html('<h2>Steps</h2><ol><li>One<img src="a.jpg" alt="a"></li><li>Two<img src="b.jpg" alt="b"></li></ol>');
    expect(draft.body).toMatchObject([{}, { __component: 'block.list', kind: 'steps' }, { figure: { src: 'a.jpg' } }, { figure: { src: 'b.jpg' } }]);
    expect(icons).toEqual([]);
  });

  it('takes no picture from outside the page’s folder', () => {
    const { report } = html('<figure><img src="../../package.json" alt="x"></figure><figure><img src="https://example.org/x.png" alt="y"></figure>');
    expect(report.unplaced.map(({ text }) => text)).toEqual(['../../package.json', 'https://example.org/x.png']);
  });

  it('keeps the words of a link to a place on the page, and names its target', () => {
    const { draft, report } = html('<p>See <a href="#below">below</a>.</p>');
    expect(JSON.stringify(draft.body)).toContain('See below.');
    expect(report.unplaced).toEqual([{ what: 'link target', text: '', why: '#below; its words "below" are kept' }]);
  });

  it('leaves no gap between headings, also over a block or in a box', () => {
    const { draft } = html('<h2>A</h2><p>a</p><h3>Prices</h3><ul><li>Poland: €5</li></ul><h4>B</h4><p>b</p><div class="notice"><p>c</p><h4>C</h4><p>c</p></div>');
    expect(draft.body).toMatchObject([
      { body: [{ level: 2 }, {}, { level: 3 }] },
      { __component: 'block.cost-table', title: 'Prices by country' },
      { body: [{ type: 'heading', level: 4 }, {}] },
      { __component: 'block.callout', body: [{}, { type: 'heading', level: 2 }, {}] },
    ]);
  });

  it('says a heading over prices once', () => {
    const { draft } = html('<h2>Prices by country</h2><ul><li>Poland: €5</li></ul>');
    expect(draft.body).toMatchObject([{ body: [{ type: 'heading' }] }, { title: 'What each country charges' }]);
  });

  it('makes up no title in a language that it has no words for', () => {
    expect(costTableTitle('Preise', 'de')).toBeNull();
  });

  it('titles a review by its first words', () => {
    const review = (words: string) => html(`<h2>Patient stories</h2><blockquote><p>${words}</p><cite>Ada Sample, Poland</cite></blockquote>`).draft.reviews;
    expect(review('I see. And I read.')).toMatchObject([{ title: 'I see. And I read' }]);
    expect(review(`${'word '.repeat(30)}`)).toMatchObject([{ title: `${'word '.repeat(16).trim()}…` }]);
  });

  it('names citations that the CMS would refuse', () => {
    const { mend } = html('<p>True [see @one-2020], and [@two-2021].</p><figure><img src="a.jpg" alt="a"><figcaption>By [@three].</figcaption></figure>').report;
    expect(mend).toContain('Write citations as [@key], or [@one; @two] for several sources: "[see @one-2020]".');
    expect(mend).toContain('Move citations into a text; titles, summaries, captions and a patient\'s words show none: "[@three]".');
    expect(mend).toContain('See that the CMS has a source for [@two-2021].');
  });

  it('quotes long texts by their beginning, and a few of many', () => {
    const { mend } = html(Array.from({ length: 12 }, () => `<p>${'слово '.repeat(30)}</p>`).join('')).report;
    const line = mend.find(text => text.startsWith('Put 12 texts')) ?? '';
    expect(line).toMatch(/…"; and 4 more\.$/);
    expect(line.length).toBeLessThan(800);
  });

  it('makes a list of takeaways that are paragraphs', () => {
    expect(html('<h2>In short</h2><p>One.</p><p>Two.</p>').draft.keyTakeaways).toMatchObject([{ type: 'list', children: { length: 2 } }]);
  });

  it('names the target of every link whose words go to plain text', () => {
    const { report } = html(`
      <a href="/card"><div><p>A card.</p></div></a>
      <table><tr><td><a href="/cell">Cell</a></td></tr></table>
      <figure><img src="a.jpg" alt="a"><figcaption>By <a href="/credit">A. Sample</a></figcaption></figure>
      <h2>Prices</h2><ul><li><a href="/poland">Poland</a>: €5</li></ul>`);
    const targets = report.unplaced.filter(({ what }) => what === 'link target').map(({ why }) => why.split(';')[0]);
    expect(targets.sort()).toEqual(['/card', '/cell', '/credit', '/poland']);
  });

  it('lists the links within the site that an editor must see to', () => {
    expect(html('<p>See <a href="/eye/care">eyes</a> and <a href="https://example.org">more</a>.</p>').report.mend).toContain('See that 1 link within the site leads to a page of it: /eye/care.');
  });

  it('finds numbers in words and in figures, but neither years nor names', () => {
    const { report } = html('<p>In 2021, sixty-seven percent; 7.3% of COVID-19 and IL-2 cases.</p>');
    expect(found(report, 'unsourced-number')).toMatchObject([{ places: [expect.stringMatching(/^sixty-seven percent, 7\.3%: /)] }]);
  });
});
