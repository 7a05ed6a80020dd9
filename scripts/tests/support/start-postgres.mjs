// Run as a process of its own, to be killed: it tells its parent where its PostgreSQL is, and waits.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

import { inRoot } from '../../lib/paths.mjs';
import { startPostgres } from '../../lib/postgres.mjs';

const { settings } = await startPostgres();
const { Client } = createRequire(inRoot('cms/package.json'))('pg');
const client = new Client({ host: settings.DATABASE_HOST, port: Number(settings.DATABASE_PORT), user: settings.DATABASE_USERNAME, password: settings.DATABASE_PASSWORD, database: 'postgres' });
await client.connect();
const { rows } = await client.query('SHOW data_directory');
process.send({ port: Number(settings.DATABASE_PORT), folder: path.dirname(rows[0].data_directory) });
