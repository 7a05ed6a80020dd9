/** What the names of all triggers and functions of the log begin with. Short: with the name of a table behind it, it must fit into the 63 letters of PostgreSQL. */
export const PREFIX = 'chlog_';

/** Whoever writes to the log on PostgreSQL does this first, and so commits before the next one takes a number. */
export const WAIT_FOR_TURN = 'pg_advisory_xact_lock(hashtext(\'change_log\'))';

/** Statements that make the log where it is not there yet. A row's number says where it stands, its random id which log it stands in. */
export function logTables(client: string): string[] {
  return client === 'postgres' ? postgres : sqlite;
}

const setup = 'CREATE TABLE IF NOT EXISTS change_log_setup (digest text NOT NULL)';

/** What a row tells a follower. */
const told = 'type text NOT NULL, document_id text, locale text, slug text, action text NOT NULL, linked_by text';

const sqlite = [
  `CREATE TABLE IF NOT EXISTS change_log (
    sequence integer PRIMARY KEY AUTOINCREMENT,
    row_id text NOT NULL DEFAULT (lower(hex(randomblob(16)))),
    at integer NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS integer)),
    ${told}
  )`,
  setup,
];

const postgres = [
  `CREATE TABLE IF NOT EXISTS change_log (
    sequence bigserial PRIMARY KEY,
    row_id text NOT NULL DEFAULT gen_random_uuid()::text,
    at bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ${told}
  )`,
  'CREATE INDEX IF NOT EXISTS change_log_of_transaction ON change_log (transaction, document_id)',
  // A document that a transaction touches in many places stands in the log once. Its number alone does not name a transaction:
  // in a restored database there are rows with numbers that are still to come; who wrote a row, as PostgreSQL itself knows it, does.
  `CREATE OR REPLACE FUNCTION ${PREFIX}note(a_type text, a_document_id text, a_locale text, a_slug text, an_action text, a_linker text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    PERFORM ${WAIT_FOR_TURN};
    INSERT INTO change_log (type, document_id, locale, slug, action, linked_by)
    SELECT a_type, a_document_id, a_locale, a_slug, an_action, a_linker WHERE NOT EXISTS (
      SELECT 1 FROM change_log WHERE transaction = pg_current_xact_id() AND xmin = pg_current_xact_id()::xid
      AND type = a_type AND document_id = a_document_id AND locale IS NOT DISTINCT FROM a_locale AND slug IS NOT DISTINCT FROM a_slug AND action = an_action AND linked_by IS NOT DISTINCT FROM a_linker
    );
  END $$`,
  setup,
];
