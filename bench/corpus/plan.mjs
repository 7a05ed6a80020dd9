import { contentTables } from '../../cms/tests/helpers/content-tables.ts';

/**
 * What a copy is made from: for each table the rows of the demo's articles, each with the document that it belongs to.
 *
 * @typedef {{ document: number, values: Record<string, unknown> }} PlannedRow
 * @typedef {{ name: string, uid: string | null, rows: PlannedRow[], richTexts: string[], places: Map<unknown, number>, refers: (row: Record<string, unknown>) => Record<string, string> }} PlannedTable
 *   `richTexts`: columns of them, parsed in the rows; `places`: of a row's id, its place in `rows`; `refers`: the columns that
 *   name the id of a row in a planned table, with that table
 */

/**
 * Reads the articles that the demo has in each of its languages, drafts and published versions, with components, links and pictures.
 *
 * @param {object} db a connection of better-sqlite3
 * @returns {{ documents: number, tables: PlannedTable[] }}
 */
export function readPlan(db) {
  const kinds = new Map(contentTables().map(table => [table.uid, table.name]));
  const tables = new Map();
  const documents = wholeDocuments(db);

  const tableOf = (name, uid, refers) => {
    if (!tables.has(name)) tables.set(name, { name, uid, rows: [], richTexts: richTextColumns(db, name), places: new Map(), refers });
    return tables.get(name);
  };
  const plan = (table, document, values) => {
    table.places.set(values.id, table.rows.length);
    for (const column of table.richTexts) if (values[column]) values[column] = JSON.parse(values[column]);
    table.rows.push({ document, values });
  };
  const planWhole = (uid, document, values) => {
    const name = kinds.get(uid);
    plan(tableOf(name, uid, () => ({})), document, values);
    for (const part of rowsOf(db, `${name}_cmps`, 'entity_id', values.id)) {
      plan(tableOf(`${name}_cmps`, null, row => ({ entity_id: name, cmp_id: kinds.get(row.component_type) })), document, part);
      planWhole(part.component_type, document, db.prepare(`SELECT * FROM ${kinds.get(part.component_type)} WHERE id = ?`).get(part.cmp_id));
    }
  };

  for (const [document, id] of documents.entries()) {
    for (const row of rowsOf(db, 'articles', 'document_id', id)) planWhole('api::article.article', document, row);
  }
  const owners = [...tables.values()].filter(({ uid }) => uid !== null);
  for (const owner of owners) {
    for (const link of linksFrom(db, owner.name)) {
      const table = tableOf(link.name, null, () => link.refers);
      for (const { document, values } of owner.rows) for (const row of rowsOf(db, link.name, link.own, values.id)) plan(table, document, row);
    }
    const pictures = tableOf('files_related_mph', null, row => ({ related_id: kinds.get(row.related_type) }));
    for (const { document, values } of owner.rows) {
      for (const row of rowsOf(db, 'files_related_mph', 'related_id', values.id)) if (row.related_type === owner.uid) plan(pictures, document, row);
    }
  }
  return { documents: documents.length, tables: [...tables.values()].filter(({ rows }) => rows.length > 0) };
}

/** Ids of the documents that are published in every language in which any is. */
function wholeDocuments(db) {
  const published = db.prepare('SELECT document_id, count(DISTINCT locale) AS locales FROM articles WHERE published_at IS NOT NULL GROUP BY document_id ORDER BY min(id)').all();
  const most = Math.max(...published.map(({ locales }) => locales));
  return published.filter(({ locales }) => locales === most).map(row => row.document_id);
}

/** The tables of links that go out from a table: their own column, and all that lead to ids. */
function linksFrom(db, owner) {
  return names(db, `${owner}_%_lnk`).flatMap((name) => {
    const keys = db.pragma(`foreign_key_list(${name})`);
    const own = keys.find(({ table, from }) => table === owner && !from.startsWith('inv_'))?.from;
    return own === undefined ? [] : [{ name, own, refers: Object.fromEntries(keys.map(({ table, from }) => [from, table])) }];
  });
}

const names = (db, pattern) => db.prepare('SELECT name FROM sqlite_master WHERE type = \'table\' AND name LIKE ?').all(pattern).map(({ name }) => name);

const rowsOf = (db, table, column, value) => names(db, table).length === 0 ? [] : db.prepare(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY id`).all(value);

const richTextColumns = (db, table) => db.pragma(`table_info(${table})`).filter(({ type }) => type === 'json').map(({ name }) => name);
