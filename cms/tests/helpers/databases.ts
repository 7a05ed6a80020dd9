import { databasesOf, type PostgresSettings } from '../../../scripts/lib/postgres.mjs';
import { templatesRoot } from './paths.ts';
import type { Settings } from './settings.ts';

/** A PostgreSQL that is there for one run of tests, and the folder for its templates' uploads. */
export interface TestPostgres {
  server: PostgresSettings;
  templates: string;
}

/** What differs between the databases that the CMS is tested on. A database has a name, and a folder for the uploads beside it. */
interface Databases {
  /** The folder of the ready ones. */
  templates: string;
  settings(name: string, folder: string): Settings;
  /** Makes it: empty, or as a copy of a template. */
  create(name: string, template?: string): Promise<void>;
  /** Removes it, if it is there. */
  drop(name: string): Promise<void>;
}

/** The databases of this run: on the PostgreSQL that TEST_POSTGRES describes, as `TestPostgres` in JSON, else SQLite. */
export function databases(): Databases {
  const given = process.env['TEST_POSTGRES'];
  return given ? onPostgres(JSON.parse(given)) : onSqlite;
}

/** The file lies in the folder: it comes and goes with that. */
const onSqlite: Databases = {
  templates: templatesRoot,
  settings: (_, folder) => ({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: `${folder}/polyclinic.db` }),
  create: async () => {},
  drop: async () => {},
};

function onPostgres({ server, templates }: TestPostgres): Databases {
  const { createDatabase, dropDatabase } = databasesOf(server);
  return { templates, settings: name => ({ ...server, DATABASE_NAME: name }), create: createDatabase, drop: dropDatabase };
}
