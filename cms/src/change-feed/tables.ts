import { PREFIX } from './triggers';

/** Statements that make the log where it is not there yet. A row's number says where it stands, its random id which log it stands in. */
export function logTables(client: string): string[] {
  return client === 'postgres' ? postgres : sqlite;
}

const setup = 'CREATE TABLE IF NOT EXISTS change_log_setup (digest text NOT NULL)';

const sqlite = [
  `CREATE TABLE IF NOT EXISTS change_log (
    sequence integer PRIMARY KEY AUTOINCREMENT,
    row_id text NOT NULL DEFAULT (lower(hex(randomblob(16)))),
    at integer NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS integer)),
    type text NOT NULL,
    document_id text,
    locale text,
    slug text,
    action text NOT NULL
  )`,
  setup,
];

const postgres = [
  `CREATE TABLE IF NOT EXISTS change_log (
    sequence bigserial PRIMARY KEY,
    row_id text NOT NULL DEFAULT gen_random_uuid()::text,
    at bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    type text NOT NULL,
    document_id text,
    locale text,
    slug text,
    action text NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS change_log_transaction ON change_log (transaction)',
  // A document that a transaction touches in many places stands in the log once.
  `CREATE OR REPLACE FUNCTION ${PREFIX}note(a_type text, a_document_id text, a_locale text, a_slug text, an_action text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('change_log'));
    INSERT INTO change_log (type, document_id, locale, slug, action)
    SELECT a_type, a_document_id, a_locale, a_slug, an_action WHERE NOT EXISTS (
      SELECT 1 FROM change_log WHERE transaction = pg_current_xact_id()
      AND type = a_type AND document_id = a_document_id AND locale IS NOT DISTINCT FROM a_locale AND slug IS NOT DISTINCT FROM a_slug AND action = an_action
    );
  END $$`,
  setup,
];
