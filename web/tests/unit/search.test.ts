import { describe, expect, test } from 'vitest';

import { localeCodes } from '../../shared/locales';
import type { SearchDocument } from '../../server/search/documents';
import { bestFragment, markWords } from '../../server/search/fragments';
import { lines, plainWords } from '../../server/search/plain-words';
import { SearchIndex } from '../../server/search/search-index';
import { stemmersFor } from '../../server/search/stemmers';
import { fold, sound, WordReader } from '../../server/search/words';

function document(id: string, title: string, passages: string[] = [], further: Partial<SearchDocument> = {}): SearchDocument {
  return { id, kind: 'article', path: `/${id}`, title, partOf: null, aliases: [], names: [title], headings: [], passages, ...further };
}

async function ids(locale: string, documents: SearchDocument[], query: string): Promise<string[]> {
  const index = await SearchIndex.build(locale, documents);
  return index.search(query).found.map(found => found.document.id);
}

/** Text with what is marked in brackets. */
const shown = (pieces: { text: string; marked: boolean }[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('words', () => {
  test.each([
    ['Ořešín', 'oresin'], ['KÉKVÍZ', 'kekviz'], ['Wiślany', 'wislany'], ['Łódź', 'lodz'], ['Straße', 'strasse'],
    ['Перелёты', 'перелеты'], ['послойной', 'послойной'], ['doctor’s', 'doctor\'s'], ['مُسْتَشْفى', 'مستشفى'],
  ])('%s is the same as %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test.each([['лив', 'liv'], ['седеф', 'sedef'], ['вендландт', 'wendlandt'], ['хартвиг', 'hartwig'], ['ахорнуфер', 'ahornufer'], ['келлер', 'keller'], ['макс', 'max'], ['turkey', 'türkiye']])(
    '%s sounds like %s', (one, other) => {
      expect(sound(one)).toBe(sound(other));
    },
  );

  test('stand where they are in the text, set apart or not', async () => {
    const reader = await WordReader.for('en');
    const text = 'Седеф-Бей, “stem cells”: 2.5 of patients’';
    expect(reader.words(text).map(({ text: word, start, end }) => [word, text.slice(start, end)])).toEqual(
      ['Седеф', 'Бей', 'stem', 'cells', '2', '5', 'of', 'patients'].map(word => [word, word]),
    );
    expect(reader.words('โรงพยาบาลดี').length).toBeGreaterThan(1);
  });

  test('are stemmed by the language of their letters', async () => {
    const reader = await WordReader.for('ru');
    expect(reader.forms('Склерозом').written).toEqual(['склерозом', 'склероз']);
    expect(reader.forms('clinics').written).toEqual(['clinics', 'clinic']);
  });

  test('stay as they are in a language without a stemmer', async () => {
    const reader = await WordReader.for('fi');
    expect(reader.forms('klinikat').written).toEqual(['klinikat']);
  });

  test.each(localeCodes)('the stemmer that the list names for %s is there', async (locale) => {
    await expect(stemmersFor(locale)).resolves.not.toEqual([]);
  });
});

describe('an index', () => {
  const liv = document('liv', 'Клиника «Лив»');
  const sedef = document('sedef', 'Sedef Bay Hospital', ['By the sea.']);
  const hip = document('hip', 'Hip replacement', ['A worn hip joint is replaced.']);
  const flight = document('flight', 'Перелёты после операции');

  test('finds a name in the other script, though no translation says it', async () => {
    expect(await ids('ru', [liv, flight], 'Liv')).toEqual(['liv']);
    expect(await ids('en', [sedef, hip], 'Седеф')).toEqual(['sedef']);
    expect(await ids('en', [sedef, hip], 'в Седефе')).toEqual(['sedef']);
  });

  test('finds a document by its title in another locale', async () => {
    expect(await ids('en', [hip, document('ms', 'Multiple sclerosis', [], { names: ['Multiple sclerosis', 'Рассеянный склероз'] })], 'рассеянного склероза')).toEqual(['ms']);
  });

  test('takes ё for е, inflected forms, beginnings and typing errors', async () => {
    for (const query of ['перелеты', 'перелётов', 'перел', 'перелоты', 'ПЕРЕЛЁТ']) expect(await ids('ru', [liv, flight], query), query).toEqual(['flight']);
    for (const query of ['replacing', 'replacements', 'replacem', 'replasement']) expect(await ids('en', [sedef, hip], query), query).toEqual(['hip']);
  });

  test('looks for typing errors only where no text has the word', async () => {
    expect(await ids('en', [document('late', 'Late'), document('rate', 'Rate')], 'rate')).toEqual(['rate']);
  });

  test('finds no word that only begins like the stem of another, or resembles it', async () => {
    const titles = ['количество', 'рубцах', 'вероятнее', 'вернулись', 'центр', 'Глазго', 'её'].map(word => document(word, word));
    const others = [...titles, document('text', 'Операция', ['Об операции.', 'Уверенность умеренная.'])];
    for (const query of ['колено', 'боюсь умереть', 'рубли', 'Вера', 'цена', 'глаза', 'ё']) {
      expect(await ids('ru', others, query), query).toEqual([]);
      expect(await ids('ru', [...others, document('asked', query)], query), query).toEqual(query === 'ё' ? [] : ['asked']);
    }
    const interval = document('interval', 'Confidence interval (CI)', [], { names: ['Confidence interval (CI)', 'Доверительный интервал (ДИ)'] });
    expect(await ids('en', [interval, hip], 'dying')).toEqual([]);
  });

  test('finds what is derived from a word by its root, if that is long enough to tell', async () => {
    expect(await ids('ru', [document('joint', 'Эндопротезирование коленного сустава'), flight], 'колено')).toEqual(['joint']);
  });

  test('looks for stop words only where there are no others', async () => {
    const air = document('air', 'Of air and water');
    expect(await ids('en', [air, hip], 'of the hip')).toEqual(['hip']);
    expect(await ids('en', [air, hip], 'of')).toEqual(['air']);
    expect(await ids('en', [air, hip], 'A')).toEqual([]);
  });

  test('sets a title before a text, and all the words before some', async () => {
    const text = document('text', 'Joints', ['After a hip replacement.']);
    expect(await ids('en', [text, hip], 'hip')).toEqual(['hip', 'text']);
    const index = await SearchIndex.build('en', [sedef, hip, text]);
    expect(index.search('worn hip joint')).toMatchObject({ found: [{ document: hip }, {}], partial: false });
    expect(index.search('hip zeppelin')).toMatchObject({ partial: true });
  });

  test('finds nothing in an empty query, in marks, or when it is empty', async () => {
    for (const query of ['', '  ', '…?!', '<>']) expect(await ids('en', [hip], query)).toEqual([]);
    expect(await ids('en', [], 'hip')).toEqual([]);
  });

  test('suggests a word of a title for one that resembles nothing', async () => {
    const index = await SearchIndex.build('en', [hip, sedef]);
    expect(index.suggest('rplcemnet')).toBe('replacement');
    expect(index.suggest('zzzzzz')).toBeNull();
  });
});

describe('what is shown of a hit', () => {
  test('marks whole words in whatever form they stand, and leaves all else as text', async () => {
    const reader = await WordReader.for('en');
    expect(shown(markWords('Clinics & <b>clinic</b>, Oresin: Ořešín', new Set(['clinic', 'oresin']), reader))).toBe('[Clinics] & <b>[clinic]</b>, [Oresin]: [Ořešín]');
  });

  test('marks no stop word and no single letter', async () => {
    const reader = await WordReader.for('ru');
    expect(shown(markWords('Операция в клинике, её цена и вы', new Set(['в', 'клиник', 'ее', 'и', 'вы']), reader))).toBe('Операция в [клинике], её цена и вы');
  });

  test('is the passage with most of the words, cut to a few lines around them', async () => {
    const reader = await WordReader.for('en');
    const long = `${'Something else entirely. '.repeat(20)}The donor cornea is clear. ${'And so on. '.repeat(30)}`;
    const fragment = shown(bestFragment(['A cornea.', long], new Set(['cornea', 'donor']), reader));
    expect(fragment).toMatch(/^… .*The \[donor\] \[cornea\] is clear.* …$/);
    expect(fragment.length).toBeLessThan(240);
  });

  test('is its beginning where only the title has the words', async () => {
    const reader = await WordReader.for('en');
    expect(shown(bestFragment(['The summary.', 'More.'], new Set(['title']), reader))).toBe('The summary.');
    expect(bestFragment([], new Set(['title']), reader)).toEqual([]);
  });
});

test('rich text is read as headings and lines, without citations', () => {
  expect(plainWords(null, [
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'Risks' }] },
    { type: 'paragraph', children: [{ type: 'text', text: 'See ' }, { type: 'link', url: '/x', children: [{ type: 'text', text: 'here' }] }, { type: 'text', text: ' [@a-2020].' }] },
    { type: 'list', format: 'unordered', children: [
      { type: 'list-item', children: [{ type: 'text', text: 'One' }] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [{ type: 'text', text: 'Two' }] }] },
    ] },
  ])).toEqual({ headings: ['Risks'], passages: ['See here.', 'One', 'Two'] });
  expect(lines('One [@a].', null, undefined, ' ')).toEqual(['One.']);
});
