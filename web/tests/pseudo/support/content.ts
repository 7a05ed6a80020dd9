import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

import { contentTables } from '../../../../cms/tests/helpers/content-tables.ts';
import { copyRows } from '../../../../cms/tests/helpers/copy-rows.ts';
import { pseudoLocales, pseudoText, type PseudoLocale } from './pseudo.ts';

/** Stays in English, so that there is a page with an untranslated document. */
export const untranslated = 'checking-a-clinic-before-you-travel';

/** Changes the database of a CMS that does not run, all or nothing. */
export function changeDatabase(file: string, ...changes: ((db: DatabaseSync) => void)[]): void {
  const db = new DatabaseSync(file);
  db.exec('BEGIN');
  for (const change of changes) change(db);
  db.exec('COMMIT');
  db.close();
}

/** Adds every English document in each pseudo-locale: its words rewritten, its facts and its address as they are. */
export function addPseudoContent(db: DatabaseSync): void {
  const tables = contentTables().filter(table => table.localized);
  const chosen = new Map(tables.map(({ name }) => [name, idsOf(db, name)]));
  for (const { code, dir } of pseudoLocales) {
    copyRows(db, chosen, ({ words }, row) => ({
      ...('locale' in row ? { locale: code } : {}),
      ...Object.fromEntries(words.map(column => [column, rewritten(row[column] ?? null, dir)])),
    }));
  }
}

/** What the CMS holds beside words and may therefore stand in any page in Latin letters: names, codes, addresses and their hosts. */
export function factsIn(db: DatabaseSync): string[] {
  const values = contentTables().flatMap(({ name, facts }) => facts.flatMap(column =>
    db.prepare(`SELECT DISTINCT "${column}" AS value FROM ${name} WHERE length("${column}") > 3`).all().map(({ value }) => String(value))));
  const hosts = values.filter(value => value.startsWith('http') && URL.canParse(value)).map(value => new URL(value).hostname.replace(/^www\./, ''));
  return [...values, ...hosts];
}

function idsOf(db: DatabaseSync, table: string): number[] {
  const rows = db.prepare(`SELECT * FROM ${table} WHERE locale = 'en'`).all();
  return rows.filter(row => row['slug'] !== untranslated).map(row => Number(row['id']));
}

function rewritten(value: SQLInputValue, dir: PseudoLocale['dir']): SQLInputValue {
  if (typeof value !== 'string') return value;
  // Rich text is kept as JSON.
  return value.startsWith('[{') ? JSON.stringify(JSON.parse(value, (key, part: unknown) => (key === 'text' && typeof part === 'string' ? pseudoText(part, dir) : part))) : pseudoText(value, dir);
}
