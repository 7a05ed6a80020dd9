import { createRequire } from 'node:module';

import { inRoot } from '../../scripts/lib/paths.mjs';
import { readPlan } from './plan.mjs';
import { ownName, varyArticle, varyNodes } from './vary.mjs';
import { PREFIX } from '../../cms/src/change-feed/tables.ts';

const Database = createRequire(inRoot('cms/package.json'))('better-sqlite3');

/**
 * Fills the database of a CMS that does not run with copies of the demo's articles until it has that many, in all their languages.
 * Rows are written as Strapi would have them, without Strapi: 10,000 articles take a minute in place of a day.
 *
 * @param {string} file an SQLite database with the demo content, of which nothing need be left when this fails
 * @param {number} articles
 * @returns {{ articles: number, rows: number }} what it then has, and how many rows were written
 */
export function makeCorpus(file, articles) {
  const db = new Database(file);
  try {
    // The CMS switches back to WAL when it starts.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('foreign_keys = OFF');
    db.pragma('cache_size = -200000');
    const rows = db.transaction(() => fill(db, articles - countArticles(db)))();
    return { articles: countArticles(db), rows };
  } finally {
    db.close();
  }
}

const countArticles = db => db.prepare('SELECT count(DISTINCT document_id) FROM articles WHERE published_at IS NOT NULL').pluck().get();

function fill(db, copies) {
  const { documents, tables } = readPlan(db);
  // The log of changes: the CMS makes its triggers anew when it starts, and then says that anything may have changed.
  for (const name of namesOf(db, 'trigger', `name GLOB '${PREFIX}*'`)) db.exec(`DROP TRIGGER ${name}`);
  const firstIds = new Map(tables.map(({ name }) => [name, db.prepare(`SELECT max(id) + 1 FROM ${name}`).pluck().get()]));
  const byName = new Map(tables.map(table => [table.name, table]));
  const rounds = Math.ceil(copies / documents);

  /** The id that the copy of a row has in a round; that of the row itself where it is not copied. */
  const idIn = (round, name, id) => {
    const table = byName.get(name);
    const place = table?.places.get(id);
    return place === undefined ? id : firstIds.get(name) + round * table.rows.length + place;
  };
  const isMade = (round, document) => round * documents + document < copies;

  let written = 0;
  for (const table of tables) {
    const restoreIndexes = withoutIndexes(db, table.name);
    const columns = Object.keys(table.rows[0].values);
    const insert = db.prepare(`INSERT INTO ${table.name} (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (let round = 0; round < rounds; round++) {
      for (const row of table.rows) {
        if (!isMade(round, row.document) || !isWhole(table, row, byName, document => isMade(round, document))) continue;
        const copy = copyOf(table, row.values, round * documents + row.document + 1, (name, id) => idIn(round, name, id));
        insert.run(columns.map(column => copy[column]));
        written++;
      }
    }
    restoreIndexes();
  }
  return written;
}

/** Whether all rows that a row leads to are made: the last round may have only some of the documents. */
function isWhole(table, { values }, byName, isMade) {
  return Object.entries(table.refers(values)).every(([column, name]) => {
    const target = byName.get(name);
    const place = target?.places.get(values[column]);
    return place === undefined || isMade(target.rows[place].document);
  });
}

function copyOf(table, values, number, newId) {
  const copy = table.uid === 'api::article.article' ? varyArticle(values, number) : { ...values };
  for (const column of table.richTexts) if (copy[column]) copy[column] = JSON.stringify(varyNodes(copy[column], number));
  if (copy.key) copy.key = ownName(copy.key, number, 8);
  for (const [column, name] of Object.entries(table.refers(values))) copy[column] = newId(name, values[column]);
  copy.id = newId(table.name, values.id);
  return copy;
}

/** Takes a table's indexes away, which are made faster when all rows are there, and gives what makes them again. */
function withoutIndexes(db, table) {
  const indexes = db.prepare('SELECT name, sql FROM sqlite_master WHERE type = \'index\' AND tbl_name = ? AND sql IS NOT NULL').all(table);
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return () => indexes.forEach(({ sql }) => db.exec(sql));
}

const namesOf = (db, type, where) => db.prepare(`SELECT name FROM sqlite_master WHERE type = ? AND ${where}`).pluck().all(type);
