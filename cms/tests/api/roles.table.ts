/** Who may do what: E editor, T Russian translator, R medical reviewer, C coordinator. */
const columns = ['reads', 'creates en', 'creates ru', 'saves en', 'saves ru', 'publishes en', 'publishes ru', 'deletes en', 'deletes ru'] as const;

export type Deed = (typeof columns)[number];

const nobody = '-';
const words = ['ETRC', 'E', 'E', 'E', 'ET', 'E', 'E', 'E', 'E'];
const facts = ['ERC', 'E', nobody, 'E', nobody, nobody, nobody, 'E', nobody];

/** A row for each type, in the order of the columns. Types without languages have only the columns for `en`. */
const matrix: Record<string, string[]> = {
  // The reviewer signs.
  'article': ['ETRC', 'E', 'E', 'ER', 'ETR', 'E', 'E', 'E', 'E'],
  'treatment': words,
  'condition': words,
  'clinic': words,
  'person': words,
  'review': words,
  'safety-notice': words,
  'glossary-term': words,
  'page': words,
  // There is one, so nobody makes or deletes it.
  'site': ['ETC', 'E', 'ET', 'E', 'ET', 'E', 'E', nobody, nobody],
  'cost-item': ['ETRC', 'E', 'E', 'E', 'ET', nobody, nobody, 'E', 'E'],
  'cost-entry': ['ERC', 'E', nobody, 'E', nobody, 'E', nobody, 'E', nobody],
  'accreditation': facts,
  'source': ['ETRC', ...facts.slice(1)],
  'exchange-rate': ['EC', 'E', nobody, 'E', nobody, nobody, nobody, nobody, nobody],
  // Made by the content rules.
  'redirect': ['E', nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody],
};

const withoutLanguages = ['cost-entry', 'accreditation', 'source', 'exchange-rate', 'redirect'];

export const rightsTable = Object.entries(matrix).flatMap(([type, row]) =>
  columns
    .map((deed, index) => ({ type, deed, may: (row[index] ?? nobody).replace(nobody, '') }))
    .filter(({ deed }) => !deed.endsWith('ru') || !withoutLanguages.includes(type)),
);
