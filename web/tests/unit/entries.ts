import type { FigureEntry } from '../../server/content/parts/figure';
import type { SourceEntry } from '../../server/content/parts/sources';
import type { CostRow } from '../../shared/views/cost';

/** Answers of the CMS with nothing special about them, for tests to vary. */

export const sourceEntry: SourceEntry = {
  id: 1,
  documentId: 'source',
  citationKey: 'trial-2021',
  title: 'A trial',
  titleLanguage: 'en',
  type: 'journal_article',
  authors: 'Uccelli A, et al.',
  publisher: 'Lancet Neurology',
  year: 2021,
  doi: null,
  pmid: null,
  trialRegistration: null,
  url: null,
  studyDesign: null,
  sampleSize: null,
  sponsor: null,
  retracted: null,
  accessedOn: null,
  fictitious: null,
};

const file = { id: 1, documentId: 'file', url: '/uploads/0a1b.png', ext: '.png', mime: 'image/png', width: 1600, height: 900, formats: null };

export const figureEntry: FigureEntry = {
  id: 1, key: 'aaaaaaaa', hiddenIn: null, alt: 'Cells', decorative: false, caption: null, credit: null, image: file, imageDark: null,
};

/** A price in a comparison, with what a test is about. */
export function costRow(about: Partial<CostRow>): CostRow {
  return {
    documentId: 'row',
    treatment: { documentId: 'knee', path: '/en/treatments/knee', label: 'Knee replacement', lang: null },
    country: 'DE',
    clinic: null,
    original: { from: 900, to: 1200, currency: 'EUR' },
    converted: { from: 900, to: 1200, currency: 'EUR' },
    asOf: '2026-06-01',
    age: { state: 'current', count: 5, unit: 'month' },
    source: null,
    included: [],
    excluded: [],
    unstated: [],
    ...about,
  };
}
