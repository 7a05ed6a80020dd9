import type { BlocksContent } from '@polyclinic/shared-types';
import { describe, expect, test } from 'vitest';

import { Citations } from '../../server/content/parts/citations';
import { headingIds } from '../../server/content/parts/heading-ids';
import { toNodes, toRuns, type PageText } from '../../server/content/parts/rich-text';
import { Terms } from '../../server/content/parts/terms';
import { WordReader } from '../../server/search/words';
import type { Inline, RichNode } from '../../shared/views/rich-text';

const glossaries: Record<string, string[]> = {
  en: [
    'Mesenchymal stromal cells (MSC)', 'Disease-modifying therapy (DMT)', 'Relapsing-remitting course', 'Absolute risk', 'Risk', 'Conditioning',
    'Revision', 'Joint prosthesis (implant)', 'Multiple sclerosis (MS)', 'Confidence interval (CI)',
  ],
  ru: [
    'Мезенхимальные стромальные клетки (МСК)', 'Препараты, изменяющие течение рассеянного склероза (ПИТРС)', 'Ремиттирующее течение',
    'Кондиционирование', 'Аферез', 'Эндопротез сустава', 'Устойчивость к карбапенемам', 'Ревизионное эндопротезирование (ревизия)',
    'Аутологичная трансплантация гемопоэтических стволовых клеток (АТГСК)', 'Абсолютный риск',
  ],
};

async function terms(locale: 'en' | 'ru'): Promise<Terms> {
  const entries = (glossaries[locale] ?? []).map((term, index) => ({ slug: `term-${index}`, term, definition: `What “${term}” means [@who].` }));
  return new Terms(locale, entries, await WordReader.for(locale));
}

/** The texts with what is marked in square brackets. */
const shown = (runs: Inline[]) => runs.map(run => ('text' in run ? (run.kind === 'term' ? `[${run.text}]` : run.text) : '')).join('');

const marked = async (locale: 'en' | 'ru', text: string) => shown((await terms(locale)).mark(text, []));

describe('terms of the glossary are found', () => {
  test.each([
    ['It is a mesenchymal stromal cell.', 'It is a [mesenchymal stromal cell].'],
    ['Disease-modifying therapies help.', '[Disease-modifying therapies] help.'],
    ['a relapsing–remitting course', 'a [relapsing–remitting course]'],
    ['MSCs were given', '[MSCs] were given'],
    ['Two implants', 'Two [implants]'],
    ['The patient’s absolute risk', 'The patient’s [absolute risk]'],
  ])('in English: %s', async (text, expected) => {
    expect(await marked('en', text)).toBe(expected);
  });

  test.each([
    ['с мезенхимальными стромальными клетками', 'с [мезенхимальными стромальными клетками]'],
    ['введение мезенхимальных стромальных клеток', 'введение [мезенхимальных стромальных клеток]'],
    ['препаратами, изменяющими течение рассеянного склероза', '[препаратами, изменяющими течение рассеянного склероза]'],
    ['лечили ПИТРСами', 'лечили [ПИТРСами]'],
    ['при ремиттирующем течении', 'при [ремиттирующем течении]'],
    ['после кондиционирования', 'после [кондиционирования]'],
    ['Аферезом собирают клетки', '[Аферезом] собирают клетки'],
    ['новые эндопротезы суставов', 'новые [эндопротезы суставов]'],
    ['с устойчивостью к карбапенемам', 'с [устойчивостью к карбапенемам]'],
    ['нужна ревизия', 'нужна [ревизия]'],
    ['об аутологичной трансплантации гемопоэтических стволовых клеток', 'об [аутологичной трансплантации гемопоэтических стволовых клеток]'],
  ])('in Russian: %s', async (text, expected) => {
    expect(await marked('ru', text)).toBe(expected);
  });
});

describe('terms are left alone', () => {
  test.each([
    ['Ms Smith and ms', 'an abbreviation in other letters'],
    ['MSX and CIA', 'a longer abbreviation'],
    ['in good condition, under conditions', 'another word on the same stem'],
    ['the revised rules', 'another word on the same stem'],
    ['absolute. Riskless', 'words of two sentences'],
    ['mesenchymal and stromal cells', 'words that something stands between'],
  ])('%s: %s', async (text) => {
    expect(await marked('en', text)).toBe(text);
  });
});

test('the longest term wins, and no shorter one is marked inside it, not even where the long one was met before', async () => {
  expect(await marked('en', 'An absolute risk; the absolute risk again; a risk.')).toBe('An [absolute risk]; the absolute risk again; a [risk].');
});

test('a term is marked once on a page, written in full or short', async () => {
  expect(await marked('en', 'Multiple sclerosis (MS) is called MS.')).toBe('[Multiple sclerosis] (MS) is called MS.');
});

test('a page knows the definitions of what it marks, in order and without citations', async () => {
  const found = await terms('en');
  found.mark('An MSC, an implant', []);
  expect(found.used.map(({ id, term, definition, path }) => ({ id, term, definition, path }))).toEqual([
    { id: 'define-en-term-0', term: 'Mesenchymal stromal cells (MSC)', definition: 'What “Mesenchymal stromal cells (MSC)” means.', path: '/en/glossary#term-term-0' },
    { id: 'define-en-term-7', term: 'Joint prosthesis (implant)', definition: 'What “Joint prosthesis (implant)” means.', path: '/en/glossary#term-term-7' },
  ]);
});

test('headings, quotations and links mark nothing; paragraphs and lists do, and keep what else the words are marked with', async () => {
  const page: PageText = {
    citations: new Citations([]), headingId: headingIds(), resolveHref: typed => typed, language: 'en', terms: await terms('en'),
  };
  const text = (words: string, bold = false) => ({ type: 'text' as const, text: words, bold });
  const content: BlocksContent = [
    { type: 'heading', level: 2, children: [text('Risk')] },
    { type: 'quote', children: [text('A risk')] },
    { type: 'paragraph', children: [{ type: 'link', url: '/risk', children: [text('Risk')] }] },
    { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('One '), text('risk', true)] }] },
  ];
  const [heading, quote, link, list] = toNodes(content, page);
  const children = (node: RichNode | undefined): Inline[] => (node === undefined || node.kind === 'list' ? [] : node.children);
  expect([heading, quote, link].flatMap(children).some(run => run.kind === 'term')).toBe(false);
  expect(list?.kind === 'list' && list.items[0]?.children).toEqual([
    { kind: 'text', text: 'One ', marks: [] },
    { kind: 'term', id: 'define-en-term-4', text: 'risk', marks: ['bold'] },
  ]);
  expect(toRuns('A risk', page)).toEqual([{ kind: 'text', text: 'A risk', marks: [] }]);
});
