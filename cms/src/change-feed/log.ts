import type { Core } from '@strapi/strapi';

/** A connection to the database, or a transaction on it. */
export type Connection = Core.Strapi['db']['connection'];

/** How long a change stays in the log: an instance of the site that was away for longer starts over. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

/** A place in the log. */
export interface Position {
  sequence: number;
  /** Random: it tells this log from an older copy of it that was restored and went another way. */
  id: string;
}

/**
 * `changed`: what is published says something else now. `gone`: nothing of the document is published in the locale any more.
 * `linked`: it stayed as it is, but what leads to it has changed, such as an article on a treatment: lists by it may differ.
 * `relinked`: it may lead elsewhere; Strapi makes links anew when the other end is published, and then it leads where it did.
 */
type Action = 'changed' | 'gone' | 'linked' | 'relinked';

/** One change of what readers can see. */
export interface Change extends Position {
  /** When it was written, in milliseconds since 1970. */
  at: number;
  /** A content type by its singular name, `file`, `locale`, or `*`: anything may have changed. */
  type: string;
  documentId: string | null;
  locale: string | null;
  /** The slug that a `changed` version has or had, a `gone` one had; null where the type has none. */
  slug: string | null;
  action: Action;
  /** Of what is `linked`: the type that leads there. Of what is `relinked`: the table of the links. */
  by: string | null;
}

interface Row {
  sequence: number | string;
  row_id: string;
  at: number | string;
  type: string;
  document_id: string | null;
  locale: string | null;
  slug: string | null;
  action: Action;
  linked_by: string | null;
}

/**
 * The changes after a position in the order of their commits; of what changed more than once, the last word.
 * A version that was replaced may stand in the log as gone and then as changed: here it is never gone while it is there.
 *
 * @param limit the most rows that are read at once.
 * @returns null where the log does not know the position: it is another log, or too much was pruned.
 */
export async function changesAfter(connection: Connection, { sequence, id }: Position, limit: number): Promise<Change[] | null> {
  const rows: Row[] = await connection('change_log').where('sequence', '>=', sequence).orderBy('sequence').limit(limit + 1);
  const [known, ...after] = rows.map(toChange);
  if (known?.sequence !== sequence || known.id !== id) return null;
  const later = after.length < limit ? [] : await comeBack(connection, after);
  const ends = new Map([...after, ...later].filter(change => !isOfLinks(change)).map(change => [versionOf(change), change.action]));
  const told = after.map(change => (isOfLinks(change) ? change : { ...change, action: ends.get(versionOf(change)) ?? change.action }));
  const lastWords = new Map(told.map(change => [subjectOf(change), change]));
  return told.filter(change => lastWords.get(subjectOf(change)) === change);
}

/** What the rows after the given ones say of versions that are gone by these. */
async function comeBack(connection: Connection, changes: Change[]): Promise<Change[]> {
  const gone = changes.filter(({ action }) => action === 'gone').map(({ documentId }) => documentId);
  const rows: Row[] = await connection('change_log').where('sequence', '>', changes.at(-1)?.sequence ?? 0)
    .whereIn('document_id', gone).where('action', 'changed').orderBy('sequence');
  return rows.map(toChange);
}

const versionOf = ({ type, documentId, locale }: Change): string => [type, documentId, locale].join(' ');

const isOfLinks = ({ action }: Change): boolean => action === 'linked' || action === 'relinked';

function subjectOf(change: Change): string {
  const { slug, action, by } = change;
  return [versionOf(change), slug, isOfLinks(change) && action, by].join(' ');
}

/** The end of the log. */
export async function headOf(connection: Connection): Promise<Position> {
  const row: Row | undefined = await connection('change_log').orderBy('sequence', 'desc').first();
  if (row === undefined) throw new Error('The log of changes is empty: its first row is written when it is made, and its last one is never pruned.');
  const { sequence, id } = toChange(row);
  return { sequence, id };
}

/** Removes what is older than seven days; the last row stays, so that followers find their place. */
export async function pruneLog(connection: Connection, now = Date.now()): Promise<void> {
  const { sequence } = await headOf(connection);
  await connection('change_log').where('at', '<', now - KEEP_MS).andWhere('sequence', '<', sequence).delete();
}

/** PostgreSQL gives its large integers as text. */
function toChange({ sequence, row_id, at, type, document_id, locale, slug, action, linked_by }: Row): Change {
  return { sequence: Number(sequence), id: row_id, at: Number(at), type, documentId: document_id, locale, slug, action, by: linked_by };
}
