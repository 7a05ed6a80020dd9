import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Connection } from './log';
import { logTables, PREFIX, WAIT_FOR_TURN } from './tables';
import { triggersFor, type Trigger } from './triggers';
import { watchedTables } from './watched';

/** PostgreSQL's code for a lock that was not to be had in time. */
const LOCK_NOT_AVAILABLE = '55P03';
const ATTEMPTS = 60;

/**
 * Takes the triggers away before Strapi changes tables: SQLite renames none that a trigger of another one names.
 * To be called in `register`. On PostgreSQL they stay, since other instances may be writing meanwhile.
 */
export function makeWayForSchema(strapi: Core.Strapi): void {
  strapi.hook('strapi::content-types.beforeSync').register(async () => {
    const { connection, dialect, schema, migrations } = strapi.db;
    if (dialect.client === 'postgres') return;
    const stored = await schema.schemaStorage.read();
    const isDue = stored?.hash !== await schema.schemaStorage.hashSchema(schema.schema) || await migrations.shouldRun();
    if (!isDue) return;
    for (const { name } of await presentTriggers(connection, dialect.client)) await connection.raw(`DROP TRIGGER ${name}`);
  });
}

/**
 * Makes the log of changes and its triggers where they are not as they should be, and then says in the log that anything may have
 * changed: nobody watched until now. To be called in `bootstrap`, when the tables are what the schemas say.
 */
export async function installChangeLog(strapi: Core.Strapi): Promise<void> {
  const { connection, dialect: { client } } = strapi.db;
  const triggers = triggersFor(watchedTables(strapi), client);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.transaction(transaction => install(transaction, triggers, client));
    } catch (error) {
      if (!isLocked(error) || attempt === ATTEMPTS) throw error;
      await delay(500);
    }
  }
}

async function install(transaction: Connection, triggers: Trigger[], client: string): Promise<void> {
  const isPostgres = client === 'postgres';
  const tables = logTables(client);
  const digest = createHash('sha256').update(JSON.stringify([tables, triggers])).digest('hex');
  if (isPostgres) {
    // Several instances may start at once.
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(\'change_log_setup\'))');
    // Others write meanwhile and may wait for us in turn: we give way, before PostgreSQL chooses one of them to.
    await transaction.raw('SET LOCAL lock_timeout = \'500ms\'');
  }
  for (const statement of tables) await transaction.raw(statement);
  const present = await presentTriggers(transaction, client);
  const [setup] = await transaction('change_log_setup').select('digest');
  const isEmpty = await transaction('change_log').first() === undefined;
  if (setup?.digest === digest && areAllThere(triggers, present) && !isEmpty) return;
  for (const { name, table } of present) await transaction.raw(`DROP TRIGGER ${name}${isPostgres ? ` ON ${table}` : ''}`);
  for (const statement of triggers.flatMap(({ make }) => make)) await transaction.raw(statement);
  await transaction('change_log_setup').delete();
  await transaction('change_log_setup').insert({ digest });
  if (isPostgres) await transaction.raw(`SELECT ${WAIT_FOR_TURN}`);
  await transaction('change_log').insert({ type: '*', action: 'changed' });
}

const isLocked = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;

function areAllThere(triggers: Trigger[], present: { name: string }[]): boolean {
  const names = new Set(present.map(({ name }) => name));
  return names.size === triggers.length && triggers.every(({ name }) => names.has(name));
}

/** The log's triggers that the database has. */
async function presentTriggers(connection: Connection, client: string): Promise<{ name: string; table: string }[]> {
  const found = client === 'postgres'
    ? connection('pg_trigger').join('pg_class', 'pg_class.oid', 'pg_trigger.tgrelid').whereRaw('pg_table_is_visible(pg_class.oid)')
        .select({ name: 'tgname', table: 'relname' })
    : connection('sqlite_master').where('type', 'trigger').select({ name: 'name', table: 'tbl_name' });
  const rows: { name: string; table: string }[] = await found;
  return rows.filter(({ name }) => name.startsWith(PREFIX));
}
