import { describe, expect, test } from 'vitest';

import { toAccreditation } from '../../server/content/accreditation';
import { toFigure } from '../../server/content/parts/figure';
import { mergeParts } from '../../server/content/parts/merge-parts';
import { convert, knownCurrencies, mergeRates, rateNote } from '../../server/content/parts/rates';
import { pairQuestions, toQuestions } from '../../server/content/parts/questions';
import { readingMinutes } from '../../server/content/parts/reading-time';
import { toSource, toSourceLink } from '../../server/content/parts/sources';
import { addressIn, bestVersion, languageLinks } from '../../server/content/parts/versions';
import type { RichNode } from '../../shared/views/rich-text';
import { figureEntry, sourceEntry } from './entries';

describe('a partly translated version', () => {
  const part = (key: string | null, hiddenIn: string | null = null, words = '') => ({ key, hiddenIn, words });
  const keys = (own: ReturnType<typeof part>[], source: ReturnType<typeof part>[] | null) =>
    mergeParts(own, source, 'ru').map(({ part: { key }, borrowed }) => (borrowed ? `(${key})` : key));

  test('borrows what it lacks, in its place', () => {
    expect(keys([part('a'), part('d')], [part('a'), part('b'), part('c'), part('d'), part('e')])).toEqual(['a', '(b)', '(c)', 'd', '(e)']);
  });

  test('keeps its own order and its own parts', () => {
    expect(keys([part('d'), part('x'), part('a')], [part('a'), part('b'), part('d')])).toEqual(['d', 'x', 'a', '(b)']);
  });

  test('borrows a beginning', () => {
    expect(keys([part('b')], [part('a'), part('b')])).toEqual(['(a)', 'b']);
  });

  test('does without what is left out of it on purpose', () => {
    expect(keys([part('a')], [part('a'), part('b', 'de, ru'), part('c', 'de')])).toEqual(['a', '(c)']);
    expect(keys([part('a'), part('b')], [part('a'), part('b', 'ru')])).toEqual(['a']);
    expect(keys([part('a', 'ru'), part('b')], null)).toEqual(['b']);
  });

  test('takes nothing without a key for a missing part', () => {
    expect(keys([part('a')], [part('a'), part(null)])).toEqual(['a']);
  });
});

describe('versions of a document', () => {
  const version = (locale: string, slug: string, sourceLocale: string | null = null) => ({ documentId: 'd', locale, slug, sourceLocale });

  test('a reader gets their own language, else the language it was written in', () => {
    expect(bestVersion([version('en', 'one', 'ru'), version('ru', 'odin', 'ru')], 'de')?.locale).toBe('ru');
    expect(bestVersion([version('ru', 'odin'), version('en', 'one')], 'ru')?.locale).toBe('ru');
    expect(bestVersion([version('ru', 'odin')], 'en')?.locale).toBe('ru');
    expect(bestVersion([], 'en')).toBeNull();
  });

  test('language links lead to the same document everywhere, under the source’s slug where there is no version', () => {
    expect(languageLinks('article', [version('en', 'one')])).toEqual([
      { locale: 'en', path: '/en/articles/one', published: true },
      { locale: 'ru', path: '/ru/articles/one', published: false },
    ]);
    expect(addressIn('article', [version('en', 'one'), version('ru', 'odin')], 'ru')).toBe('/ru/articles/odin');
  });
});

describe('costs', () => {
  const snapshot = (date: string, table: unknown, publisher = 'ECB', fictitious: boolean | null = null) => ({ date, publisher, url: null, fictitious, rates: table });
  const today = '2026-11-22';
  const rates = mergeRates([snapshot('2026-11-20', { USD: 1.1584, PLN: 4.2611 })], today);
  const none = mergeRates([], today);

  test('are converted to no more figures than a conversion can know', () => {
    expect(convert({ from: 38000, to: 45000, currency: 'USD' }, 'EUR', rates)).toEqual({ from: 32800, to: 38800, currency: 'EUR' });
    expect(convert({ from: 148000, to: null, currency: 'PLN' }, 'USD', rates)).toEqual({ from: 40200, to: null, currency: 'USD' });
    expect(convert({ from: 3.333, to: null, currency: 'EUR' }, 'USD', rates)).toEqual({ from: 3.86, to: null, currency: 'USD' });
  });

  test('in the reader’s own currency stay to the penny', () => {
    expect(convert({ from: 41555, to: null, currency: 'EUR' }, 'EUR', none)).toEqual({ from: 41555, to: null, currency: 'EUR' });
  });

  test('without a rate are not guessed', () => {
    expect(convert({ from: 100, to: null, currency: 'TRY' }, 'EUR', rates)).toBeNull();
    expect(convert({ from: 100, to: null, currency: 'USD' }, 'EUR', none)).toBeNull();
  });

  test('name the rate only where one was used', () => {
    const euros = { from: 1, to: null, currency: 'EUR' };
    expect(rateNote([{ original: euros, converted: euros }], rates)).toBeNull();
    expect(rateNote([{ original: { ...euros, currency: 'USD' }, converted: euros }], rates)).toEqual({
      currency: 'EUR', sources: [{ date: '2026-11-20', publisher: 'ECB', url: null, fictitious: false, currencies: ['USD'] }],
    });
  });

  describe('with rates from several places', () => {
    const mixed = mergeRates([
      snapshot('2026-11-20', { USD: 1.16, PLN: 4.25 }),
      snapshot('2026-11-02', { RUB: 90, KZT: 600, USD: 2 }, 'Bank of Russia'),
      snapshot('2026-10-01', { RUB: 80, UAH: 48 }, 'By hand'),
    ], today);
    const row = (from: number, currency: string, into: string) => {
      const original = { from, to: null, currency };
      return { original, converted: convert(original, into, mixed) };
    };

    test('take the newest of each currency, and both where neither is the euro', () => {
      expect(row(90_000, 'RUB', 'EUR').converted).toMatchObject({ from: 1000 });
      expect(row(1160, 'USD', 'RUB').converted).toMatchObject({ from: 90_000 });
      expect(row(4800, 'UAH', 'PLN').converted).toMatchObject({ from: 425 });
      expect(row(1000, 'EUR', 'KZT').converted).toMatchObject({ from: 600_000 });
      expect(knownCurrencies(mixed)).toEqual(['EUR', 'KZT', 'PLN', 'RUB', 'UAH', 'USD']);
    });

    test('name date and source of each rate that was used, and of no other', () => {
      const note = rateNote([row(1, 'USD', 'EUR'), row(1, 'PLN', 'EUR'), row(1, 'RUB', 'EUR'), row(1, 'EUR', 'EUR'), row(1, 'TRY', 'EUR')], mixed);
      expect(note?.sources).toMatchObject([
        { date: '2026-11-20', publisher: 'ECB', currencies: ['PLN', 'USD'] },
        { date: '2026-11-02', publisher: 'Bank of Russia', currencies: ['RUB'] },
      ]);
      expect(rateNote([row(1, 'USD', 'UAH')], mixed)).toMatchObject({ currency: 'UAH', sources: [{ publisher: 'ECB', currencies: ['USD'] }, { publisher: 'By hand', currencies: ['UAH'] }] });
    });

    test('use a rate for 90 days, and invented ones always', () => {
      const old = [snapshot('2026-11-20', { USD: 1.16 }), snapshot('2026-08-24', { RUB: 90 }), snapshot('2026-08-23', { UAH: 48 }), snapshot('2020-01-01', { AED: 4.2 }, 'Polyclinic', true)];
      expect(knownCurrencies(mergeRates(old, today))).toEqual(['AED', 'EUR', 'RUB', 'USD']);
    });

    test('pass over what is no table of numbers, and a rate of the euro itself', () => {
      expect(knownCurrencies(mergeRates([snapshot('2026-11-20', { USD: '1.16' }), snapshot('2026-11-19', { USD: 1.15, EUR: 2 })], today))).toEqual(['EUR', 'USD']);
      expect(knownCurrencies(none)).toEqual([]);
    });
  });
});

describe('reading time', () => {
  const text = (letters: number) => [{ __component: 'block.text', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'а'.repeat(letters) }] }] }];

  test('follows from letters and the speed of the language', () => {
    expect(readingMinutes(text(11500), null, 'en')).toBe(10);
    expect(readingMinutes(text(11500), null, 'ru')).toBe(11);
    expect(readingMinutes(text(11000), null, 'ar')).toBe(10);
  });

  test('is a minute at least, and counts neither addresses nor citations', () => {
    expect(readingMinutes([], null, 'en')).toBe(1);
    const link = [{ type: 'link', url: 'x'.repeat(5000), children: [{ type: 'text', text: `[@${'k'.repeat(5000)}]` }] }];
    expect(readingMinutes([], link, 'en')).toBe(1);
  });

  test('counts neither what is watched nor the titles of sources', () => {
    const beside = [
      { __component: 'block.video', transcript: text(11500) },
      { __component: 'evidence.claim', claim: 'Short.', source: { title: 'а'.repeat(11500) } },
    ];
    expect(readingMinutes(beside, null, 'en')).toBe(1);
  });
});

describe('a figure', () => {
  const format = (mime: string, width: number, url: string) => ({ mime, width, url, height: 1, size: 1 });

  test('offers the sizes of its best format under the site’s own addresses', () => {
    const formats = {
      jpeg_480: format('image/jpeg', 480, '/uploads/j480.jpg'),
      avif_960: format('image/avif', 960, 'https://bucket.example/a960.avif'),
      avif_480: format('image/avif', 480, '/uploads/a480.avif'),
      webp_480: format('image/webp', 480, '/uploads/w480.webp'),
      jpeg_960: format('image/jpeg', 960, '/uploads/j960.jpg'),
    };
    expect(toFigure({ ...figureEntry, image: { ...figureEntry.image!, formats } })?.picture).toEqual({
      width: 1600,
      height: 900,
      source: { type: 'image/avif', sizes: [{ address: '/media/a480.avif', width: 480 }, { address: '/media/a960.avif', width: 960 }] },
      src: '/media/j960.jpg',
    });
  });

  test('for which no sizes were made is shown as it was uploaded', () => {
    expect(toFigure(figureEntry)?.picture).toEqual({ width: 1600, height: 900, source: null, src: '/media/0a1b.png' });
  });

  test('that is decorative has an empty alt', () => {
    expect(toFigure({ ...figureEntry, decorative: true })?.alt).toBe('');
  });

  test('without a picture is none', () => {
    expect(toFigure({ ...figureEntry, image: null })).toBeNull();
    expect(toFigure(null)).toBeNull();
  });
});

describe('a source', () => {
  test('leads to every place where it can be checked', () => {
    const source = toSource({ ...sourceEntry, doi: '10.1016/S1474-4422(21)00301-X', pmid: '34302785', trialRegistration: 'NCT01854957', url: 'https://www.example.org/paper' });
    expect(source.links).toEqual([
      { kind: 'doi', label: '10.1016/S1474-4422(21)00301-X', href: 'https://doi.org/10.1016/S1474-4422(21)00301-X' },
      { kind: 'pmid', label: '34302785', href: 'https://pubmed.ncbi.nlm.nih.gov/34302785/' },
      { kind: 'trial', label: 'NCT01854957', href: 'https://clinicaltrials.gov/study/NCT01854957' },
      { kind: 'url', label: 'example.org', href: 'https://www.example.org/paper' },
    ]);
  });

  test.each([
    ['ISRCTN88667898', 'https://www.isrctn.com/ISRCTN88667898'],
    ['EUCTR2009-012345-67', 'https://www.clinicaltrialsregister.eu/ctr-search/search?query=2009-012345-67'],
    ['2009-012345-67', 'https://www.clinicaltrialsregister.eu/ctr-search/search?query=2009-012345-67'],
  ])('registered as %s is found in its register', (trialRegistration, href) => {
    expect(toSourceLink({ ...sourceEntry, trialRegistration })).toEqual({ label: 'A trial', lang: 'en', href, fictitious: false });
  });
});

describe('an accreditation', () => {
  const entry = {
    id: 1, documentId: 'x', scheme: 'JCI', certificateNumber: '1', issuer: 'JCI', validFrom: '2024-01-01', validTo: '2026-11-22', registerUrl: null, checkedOn: null, fictitious: null, clinic: null,
  };

  test('is good through its last day', () => {
    expect(toAccreditation(entry, '2026-11-22').expired).toBe(false);
    expect(toAccreditation(entry, '2026-11-23').expired).toBe(true);
  });
});

describe('questions to a clinic', () => {
  const list = (...texts: string[]): RichNode => ({ kind: 'list', ordered: false, items: texts.map(text => ({ children: [{ kind: 'text', text, marks: [] }], nested: [] })) });

  test('are the items of the lists, or the paragraphs where there is none', () => {
    const paragraph: RichNode = { kind: 'paragraph', children: [{ kind: 'text', text: 'Ask this.', marks: [] }] };
    expect(toQuestions([paragraph, list('Who?', 'When?'), list('Why?')])).toEqual(['Who?', 'When?', 'Why?']);
    expect(toQuestions([paragraph])).toEqual(['Ask this.']);
  });

  test('stand side by side only where both languages have as many', () => {
    expect(pairQuestions(['Who?'], ['Кто?'])).toEqual({ questions: [{ first: 'Who?', second: 'Кто?' }], paired: true });
    expect(pairQuestions(['Who?'], null)).toEqual({ questions: [{ first: 'Who?', second: null }], paired: true });
    expect(pairQuestions(['Who?'], ['Кто?', 'Когда?'])).toEqual({
      questions: [{ first: 'Who?', second: null }, { first: null, second: 'Кто?' }, { first: null, second: 'Когда?' }], paired: false,
    });
  });
});
