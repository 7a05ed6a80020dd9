import { describe, expect, it } from 'vitest';

import { found, read, readFixture } from './read.ts';

const { draft, report } = readFixture('rehabilitation.md', 'ru');

describe('a page in Markdown, in Russian', () => {
  it('takes title and address from the front matter, and names the rest of it', () => {
    expect(draft).toMatchObject({ title: 'Восстановление после замены колена', identity: 'https://primer.example/ru/koleno', locale: 'ru' });
    expect(report.unplaced).toContainEqual({ what: 'front matter', text: 'author: Вымышленный Автор', why: 'chosen by an editor in the admin' });
  });

  it('takes an empty field for none, and names a title that the first heading replaces', () => {
    const page = (header: string) => read(`---\n${header}\n---\n\n# A heading\n\nText.`, { kind: 'markdown' });
    expect(page('title:\ndescription:\nauthor: ~').draft).toMatchObject({ title: 'A heading', description: null });
    expect(() => read('---\ntitle:\n---\n\nText.', { kind: 'markdown' })).toThrow(/has no title/);
    expect(page('title: Another one').report.unplaced).toContainEqual({ what: 'front matter', text: 'title: Another one', why: 'the title is that of the first heading' });
    expect(page('title: "A  heading"').report.unplaced).toEqual([]);
  });

  it('becomes blocks: lists by kind, a warning, a video that is only an address', () => {
    const kinds = draft.body.flatMap(block => ('kind' in block ? [`${block.__component} ${block.kind}`] : []));
    expect(kinds).toEqual(['block.callout warning', 'block.list check', 'block.list steps', 'block.list questions']);
    expect(draft.body).toContainEqual({ __component: 'block.video', provider: 'youtube', videoId: 'abcDEF12345', title: null });
    expect(JSON.stringify(draft.body)).not.toContain('✓');
  });

  it('knows countries by their Russian names, also in a case other than the first', () => {
    expect(draft.costs.map(({ country, amountFrom, currency }) => [country, amountFrom, currency])).toEqual([
      ['DE', 2500, 'EUR'],
      ['CZ', 48_000, 'CZK'],
      ['IL', 3000, 'USD'],
    ]);
    expect(draft.clinics).toMatchObject([{ name: 'Клиника «Образец»', country: 'DE', countryIn: 'в Германии', city: null }]);
  });

  it('keeps citations as they are typed, and asks for no other source there', () => {
    expect(JSON.stringify(draft.body)).toContain('[@oprosnik-2019]');
    expect(found(report, 'unsourced-number')).toEqual([]);
  });

  it('finds a sentence in another script, but takes Latin names for names', () => {
    expect(found(report, 'wrong-script')).toMatchObject([{ message: 'Latin on a page in Russian, in 1 place: 1 text' }]);
    const named = read('# Лечение\n\nКлиника Example Clinic делает МРТ.\n\n## Example Clinic', { kind: 'markdown', locale: 'ru' });
    expect(found(named.report, 'wrong-script')).toEqual([]);
  });

  it('leaves nothing unaccounted', () => {
    expect(report.unplaced.filter(({ why }) => why.startsWith('not placed'))).toEqual([]);
  });

  it('reads HTML inside Markdown', () => {
    const { draft: mixed } = read('# Title\n\nLead.\n\n<iframe src="https://www.youtube.com/embed/abcDEF12345" title="A film"></iframe>\n\nAfter.', { kind: 'markdown' });
    expect(mixed.body).toMatchObject([{ __component: 'block.video', title: 'A film' }, { __component: 'block.text' }]);
  });
});
