import { PREFIX, WAIT_FOR_TURN } from './tables';
import type { DocumentTable, Owner, PartTable, WatchedTables } from './watched';

/** A trigger of ours, with the statements that make it. */
export interface Trigger {
  name: string;
  table: string;
  make: string[];
}

/** How a database says what a change of a row puts into the log. */
interface Dialect {
  /** Puts a change of some versions into the log. */
  note(change: { type: string; documentId: string; locale: string; slug?: string; action: string; by?: string; from?: string; where: string }): string;
  /** Makes what watches a table's rows, from what is to be done with a row as it is and as it was, and when one is changed in its place. */
  triggers(table: string, now: string[], before: string[], inPlace?: string[]): Trigger[];
}

/** All triggers that the log of changes rests on. */
export function triggersFor({ documents, parts }: WatchedTables, client: string): Trigger[] {
  const dialect = client === 'postgres' ? postgres : sqlite;
  return [...documents.flatMap(table => ofDocuments(table, dialect)), ...parts.flatMap(table => ofParts(table, dialect))];
}

function ofDocuments({ table, type, hasDrafts, slug, links }: DocumentTable, { note, triggers }: Dialect): Trigger[] {
  const isPublished = (row: string) => (hasDrafts ? ` AND ${row}.published_at IS NOT NULL` : '');
  const noteOf = (row: 'NEW' | 'OLD') => note({
    type,
    documentId: `${row}.document_id`,
    locale: `${row}.locale`,
    ...(slug === null ? {} : { slug: `${row}.${slug}` }),
    // Publishing replaces the row: of a deleted one, another may have taken the place.
    action: `CASE WHEN EXISTS (SELECT 1 FROM ${table} WHERE document_id = ${row}.document_id AND ${same('locale', `${row}.locale`)}${isPublished(table)}) THEN 'changed' ELSE 'gone' END`,
    where: hasDrafts ? `${row}.published_at IS NOT NULL` : 'TRUE',
  });
  // What leads to a row may be listed by it, with what it says of itself.
  const noteLinked = links.map(link => noteVersions(note, { versions: link.target, action: 'linked', by: type }, `SELECT ${link.to} FROM ${link.table} WHERE ${link.from} = NEW.id${isPublished('NEW')}`));
  return triggers(table, [noteOf('NEW')], [noteOf('OLD')], noteLinked);
}

function ofParts({ table, owners }: PartTable, { note, triggers }: Dialect): Trigger[] {
  const noteOf = (owner: Owner, row: 'NEW' | 'OLD') => noteVersions(note, owner, owner.idsOf(row));
  return triggers(table, owners.map(owner => noteOf(owner, 'NEW')), owners.map(owner => noteOf(owner, 'OLD')));
}

function noteVersions(note: Dialect['note'], { versions: { table, type, hasDrafts }, action, by }: Pick<Owner, 'versions' | 'action' | 'by'>, ids: string): string {
  return note({
    type,
    documentId: `${table}.document_id`,
    locale: `${table}.locale`,
    action: `'${action}'`,
    ...(by === undefined ? {} : { by: `'${by}'` }),
    from: table,
    where: `${table}.id IN (${ids})${hasDrafts ? ` AND ${table}.published_at IS NOT NULL` : ''}`,
  });
}

/** Both databases know this for “equal, or both null”. */
const same = (one: string, other: string) => `${one} IS NOT DISTINCT FROM ${other}`;

/**
 * SQLite writes one transaction at a time: whatever is in the log when it is read is there in the order of commits.
 * What one transaction repeats stands there repeatedly; a trigger cannot tell whether somebody has read the last row since.
 */
const sqlite: Dialect = {
  note: ({ type, documentId, locale, slug = 'NULL', action, by = 'NULL', from, where }) =>
    `INSERT INTO change_log (type, document_id, locale, slug, action, linked_by) SELECT '${type}', ${documentId}, ${locale}, ${slug}, ${action}, ${by} ${from ? `FROM ${from} ` : ''}WHERE ${where};`,
  triggers: (table, now, before, inPlace = []) => [['insert', now], ['update', [...before, ...now, ...inPlace]], ['delete', before]].map(([event, body]) => {
    const name = `${PREFIX}${table}_${event}`;
    return { name, table, make: [`CREATE TRIGGER ${name} AFTER ${event} ON ${table} BEGIN ${[body].flat().join('')} END`] };
  }),
};

/**
 * On PostgreSQL writers overlap. The log is written at the very end of each transaction, one transaction after the other:
 * the order of its numbers is that of the commits. Nobody waits for a lock meanwhile, since all other work is done by then.
 */
const postgres: Dialect = {
  note: ({ type, documentId, locale, slug = 'NULL', action, by = 'NULL', from, where }) => {
    const note = `${PREFIX}note('${type}', ${documentId}, ${locale}, ${slug}, ${action}, ${by})`;
    if (from) return `PERFORM ${note} FROM ${from} WHERE ${where};`;
    // By a statement of its own: the next one then sees what others committed meanwhile, when it asks what is published.
    return `IF ${where} THEN PERFORM ${WAIT_FOR_TURN}; PERFORM ${note}; END IF;`;
  },
  triggers: (table, now, before, inPlace = []) => {
    const name = PREFIX + table;
    return [{
      name,
      table,
      make: [
        `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF TG_OP <> 'INSERT' THEN ${before.join(' ')} END IF;
          IF TG_OP <> 'DELETE' THEN ${now.join(' ')} END IF;
          IF TG_OP = 'UPDATE' THEN ${inPlace.join(' ')} END IF;
          RETURN NULL;
        END $$`,
        `CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT OR UPDATE OR DELETE ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${name}()`,
      ],
    }];
  },
};
