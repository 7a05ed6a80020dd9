import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { contentTables, type ContentTable } from './content-tables.ts';

export type Row = Record<string, SQLInputValue>;

/** Says what is different in a copy; what it leaves out stays. */
type Change = (table: ContentTable, row: Row) => Row;

const tables = contentTables();
const tableOf = new Map(tables.map(table => [table.uid, table]));

/**
 * Copies rows of content with their components, links and pictures, in the SQLite database of a CMS that does not run: much
 * faster than through the Document Service, and without its rules. Links between the chosen rows lead from copy to copy.
 *
 * @param chosen ids by table
 * @param change is asked for every row, those of components too
 */
export function copyRows(db: DatabaseSync, chosen: Map<string, number[]>, change: Change): void {
  const copies = new Map<string, Map<number, number>>();

  const copy = (table: ContentTable, id: number): number => {
    const row = db.prepare(`SELECT * FROM ${table.name} WHERE id = ?`).get(id) ?? {};
    const made = insert(db, table.name, { ...row, ...change(table, row), id: null });
    const known = copies.get(table.name) ?? new Map<number, number>();
    copies.set(table.name, known.set(id, made));
    return made;
  };
  const copyWhole = (table: ContentTable, id: number): number => {
    const made = copy(table, id);
    if (!exists(db, `${table.name}_cmps`)) return made;
    for (const part of db.prepare(`SELECT * FROM ${table.name}_cmps WHERE entity_id = ?`).all(id)) {
      const component = tableOf.get(String(part['component_type']));
      if (component) insert(db, `${table.name}_cmps`, { ...part, id: null, entity_id: made, cmp_id: copyWhole(component, Number(part['cmp_id'])) });
    }
    return made;
  };

  for (const table of tables) for (const id of chosen.get(table.name) ?? []) copyWhole(table, id);
  copyLinks(db, copies);
  copyPictures(db, copies);
}

function copyLinks(db: DatabaseSync, copies: Map<string, Map<number, number>>): void {
  for (const { name } of db.prepare('SELECT name FROM sqlite_master WHERE type = \'table\' AND name LIKE \'%\\_lnk\' ESCAPE \'\\\'').all()) {
    const links = String(name);
    // A link belongs to the table that its name begins with; the longest, for one name may begin with another.
    const [owner] = tables.filter(table => links.startsWith(`${table.name}_`)).sort((one, other) => other.name.length - one.name.length);
    const made = owner && copies.get(owner.name);
    if (!made) continue;
    const keys = db.prepare(`PRAGMA foreign_key_list(${links})`).all().map(({ from, table }) => ({ column: String(from), table: String(table) }));
    const own = keys.find(key => key.table === owner.name && !key.column.startsWith('inv_'))?.column;
    const other = keys.find(key => key.column !== own);
    if (own === undefined || other === undefined) continue;
    for (const [id, copy] of made) {
      for (const link of db.prepare(`SELECT * FROM ${links} WHERE ${own} = ?`).all(id)) {
        const target = Number(link[other.column]);
        insert(db, links, { ...link, id: null, [own]: copy, [other.column]: copies.get(other.table)?.get(target) ?? target });
      }
    }
  }
}

function copyPictures(db: DatabaseSync, copies: Map<string, Map<number, number>>): void {
  for (const { name, uid } of tables) {
    for (const [id, copy] of copies.get(name) ?? []) {
      for (const use of db.prepare('SELECT * FROM files_related_mph WHERE related_type = ? AND related_id = ?').all(uid, id)) {
        insert(db, 'files_related_mph', { ...use, id: null, related_id: copy });
      }
    }
  }
}

function insert(db: DatabaseSync, table: string, row: Row): number {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const { lastInsertRowid } = db.prepare(`INSERT INTO ${table} (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${places})`).run(...Object.values(row));
  return Number(lastInsertRowid);
}

function exists(db: DatabaseSync, table: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_master WHERE type = \'table\' AND name = ?').get(table) !== undefined;
}
