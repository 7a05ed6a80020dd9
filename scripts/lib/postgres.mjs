import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { inRoot } from './paths.mjs';

/**
 * What the CMS needs to reach a database server; with `DATABASE_NAME` beside it, a database.
 *
 * @typedef {Record<'DATABASE_CLIENT' | 'DATABASE_HOST' | 'DATABASE_PORT' | 'DATABASE_USERNAME' | 'DATABASE_PASSWORD', string>} PostgresSettings
 */

/**
 * Starts a PostgreSQL of the caller's own: no root, no service, data in a temporary folder that does not survive a crash of the machine.
 * It ends with this process at the latest.
 *
 * @returns {Promise<{ settings: PostgresSettings, createDatabase: (name: string, template?: string) => Promise<void>, dropDatabase: (name: string) => Promise<void>, stop: () => Promise<void> }>}
 * @throws {Error} whose message says what to install, or why it did not start
 */
export async function startPostgres() {
  const keeper = fork(fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url)), { execArgv: [] });
  const ended = new Promise(resolve => keeper.once('exit', resolve));
  const { error, settings } = await Promise.race([
    new Promise(resolve => keeper.once('message', resolve)),
    ended.then(code => ({ error: `PostgreSQL's keeper ended with code ${code}.` })),
  ]);
  if (error) throw new Error(error);
  // A caller that forgets to stop it can end all the same.
  keeper.unref();
  keeper.channel.unref();
  return {
    settings,
    ...databasesOf(settings),
    async stop() {
      keeper.ref();
      if (keeper.connected) keeper.disconnect();
      await ended;
    },
  };
}

/**
 * Ways to make and remove databases on a server that runs already.
 *
 * @param {PostgresSettings} settings
 */
export function databasesOf(settings) {
  return {
    /**
     * Makes a database: an empty one, or a copy of another that nobody is connected to.
     *
     * @param {string} name
     * @param {string} [template]
     */
    createDatabase: (name, template) => query(settings, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`),
    /** @param {string} name Who is still connected to it is cut off. */
    dropDatabase: name => query(settings, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

/**
 * @param {PostgresSettings} settings
 * @param {string} sql
 * @returns {Promise<void>}
 */
async function query(settings, sql) {
  const { Client } = createRequire(inRoot('cms/package.json'))('pg');
  const client = new Client({
    host: settings.DATABASE_HOST,
    port: Number(settings.DATABASE_PORT),
    user: settings.DATABASE_USERNAME,
    password: settings.DATABASE_PASSWORD,
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
