import type { DatabaseSync } from 'node:sqlite';

import { copyRows, type Row } from '../../../../cms/tests/helpers/copy-rows.ts';

/** How much there is of each kind, beside the demo content. */
export const long = { clinics: 200, cost_entries: 500, reviews: 300, glossary_terms: 300, sources: 80 };

export const longArticle = 'everything-at-once';

const word = 'Pneumonoultramicroscopicsilicovolcanoconiosispatientenverband'.slice(0, 60);
const title = `${'How long a title may be before a page no longer knows where to put it, '.repeat(3).slice(0, 188)}and its end`;

/** Words and sums at which a layout breaks, for the first copies of a kind. */
const extremes: Record<keyof typeof long, Row[]> = {
  clinics: [{ name: word, city: word }, { name: 'O' }, { name: title }],
  cost_entries: [{ amount_from: 123_456_789_012, amount_to: 987_654_321_098 }, { amount_from: 123_456_789_012, amount_to: null }],
  reviews: [{ title: word, display_name: word }, { title: 'O', display_name: 'O' }, { title }],
  glossary_terms: [{ term: word }, { term: 'O' }, { term: title }],
  sources: [{ title: word, authors: word }, { title: 'O', authors: 'O' }],
};

/** Adds lists of many entries, and an article of over 5,000 words with every kind of block, all in English. */
export function addLongContent(db: DatabaseSync): void {
  for (const table of ['clinics', 'cost_entries', 'reviews', 'glossary_terms', 'sources'] as const) {
    const models = db.prepare(`SELECT * FROM ${table} WHERE ${table === 'sources' ? '1' : 'published_at IS NOT NULL'}`).all()
      .filter(row => !('locale' in row) || row['locale'] === 'en' || row['locale'] === null);
    for (let index = 0; index < long[table]; index += 1) {
      const name = `${table.replaceAll('_', '-')}-${index}`;
      const own = { document_id: name, slug: name, reference: name, citation_key: name, ...extremes[table][index] };
      const id = Number(models[index % models.length]?.['id']);
      copyRows(db, new Map([[table, [id]]]), ({ name: changed }, row) => (changed === table ? sameColumns(own, row) : {}));
    }
  }
  addLongArticle(db);
}

/** The article of the demo that has every kind of block, with the blocks of itself again and again and further sources. */
function addLongArticle(db: DatabaseSync): void {
  const model = db.prepare('SELECT id FROM articles WHERE slug = \'stem-cells-for-multiple-sclerosis\' AND published_at IS NOT NULL').get();
  const rounds = 5;
  for (let round = 0; round < rounds; round += 1) {
    const own = { document_id: `${longArticle}-${round}`, slug: round === 0 ? longArticle : `${longArticle}-${round}`, title };
    let key = 0;
    copyRows(db, new Map([['articles', [Number(model?.['id'])]]]), ({ name }, row) => {
      if (name === 'articles') return own;
      key += 1;
      return sameColumns({ key: `round${round}${String(key).padStart(2, '0')}`.slice(-8) }, row);
    });
  }
  const [whole, ...others] = db.prepare('SELECT id FROM articles WHERE document_id LIKE ? ORDER BY id').all(`${longArticle}-%`).map(({ id }) => Number(id));
  if (whole === undefined) throw new Error('The article was not copied');
  others.forEach((other, index) => {
    db.prepare('UPDATE articles_cmps SET entity_id = ?, "order" = "order" + ? WHERE entity_id = ? AND field = \'body\'').run(whole, (index + 1) * 1000, other);
    db.prepare('DELETE FROM articles WHERE id = ?').run(other);
  });
  db.prepare('INSERT INTO articles_sources_lnk (article_id, source_id) SELECT ?, id FROM sources WHERE document_id LIKE \'sources-%\'').run(whole);
}

/** What a row has a column for. */
function sameColumns(values: Row, row: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([column]) => column in row));
}

/** Leaves nothing but the settings of the site. */
export function removeContent(db: DatabaseSync): void {
  for (const table of ['articles', 'treatments', 'conditions', 'clinics', 'accreditations', 'people', 'reviews', 'cost_entries', 'cost_items', 'glossary_terms', 'pages', 'safety_notices', 'sources']) {
    db.exec(`DELETE FROM ${table}`);
  }
}
