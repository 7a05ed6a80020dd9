import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { compileServer } from '../../../cms/tests/helpers/compile.ts';
import { makeStorage } from '../../../cms/tests/helpers/storage.ts';
import { databasesOf, startPostgres } from '../../../scripts/lib/postgres.mjs';
import { programs } from '../../../scripts/lib/build.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/processes.mjs';
import { waitUntil } from './clock.ts';
import { Program } from './program.ts';
import { Proxy } from './proxy.ts';

/** What all instances say that the site is called: they are one site. */
const SITE_URL = 'http://clinic.example';

export type Database = 'sqlite' | 'postgres';

/** An instance of the site, with its own way to the CMS. */
export interface Instance {
  program: Program;
  url: string;
  /** Between it and the CMS. */
  proxy: Proxy;
  /** Where it keeps its pages. */
  pages: string;
}

/** A CMS, or two on one database, and instances of the site. */
export interface System {
  cms: Program[];
  instances: Instance[];
  settings: Record<string, string>;
  /** One more instance; it has rendered nothing yet. */
  addInstance(): Promise<Instance>;
  /** Copies the database of a CMS that does not run; gives back a way to put that copy in its place. */
  copyDatabase(): Promise<() => Promise<void>>;
  /** Waits until what an instance keeps is as the CMS is now. */
  settled(instance: Instance, limitMs?: number): Promise<boolean>;
  /** The end of the change feed, as its number and id. */
  head(): Promise<string>;
}

/**
 * Starts a system on the demo content, hands it to some work, and leaves nothing of it behind.
 *
 * @param name of the drill; begins those of the logs.
 * @param options how many of each; the database is SQLite unless told otherwise.
 */
export async function withSystem<Result>(
  name: string,
  { database = 'sqlite', cmsCount = 1, instanceCount = 2, program = programs.site }: { database?: Database; cmsCount?: number; instanceCount?: number; program?: string },
  work: (system: System) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(program)) throw new Error('The site has not been built: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'polyclinic-drill-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const storage = await onDatabase(database, folder, ends);
    const { settings } = storage;
    const cms: Program[] = [];
    for (let count = 1; count <= cmsCount; count += 1) {
      const port = await freePort();
      const each = new Program({
        name: `${name}-cms-${count}`, file: inRoot('cms/tests/helpers/serve.ts'), folder: inRoot('cms'), port, readyPath: '/health/ready',
        env: { ...settings, CMS_PORT: String(port), CMS_HOST: '127.0.0.1', SITE_URL },
      });
      ends.push(() => each.end('SIGKILL'));
      await each.start();
      cms.push(each);
    }

    const instances: Instance[] = [];
    const addInstance = async () => {
      const instance = await startInstance(name, instances.length + 1, folder, cms, settings, program, ends);
      instances.push(instance);
      return instance;
    };
    for (let count = 0; count < instanceCount; count += 1) await addInstance();

    const head = () => headOf(cms, settings['CMS_READ_TOKEN'] ?? '');
    return await work({
      cms, instances, settings, addInstance, head,
      copyDatabase: () => storage.copy(),
      settled: (instance, limitMs = 120_000) => waitUntil(async () => placeOf(instance) === await head(), limitMs, 50),
    });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

interface DatabaseStorage { settings: Record<string, string>; copy(): Promise<() => Promise<void>> }

async function onDatabase(database: Database, folder: string, ends: (() => unknown)[]): Promise<DatabaseStorage> {
  compileServer();
  if (database === 'sqlite') {
    const { settings, remove } = await makeStorage('seeded');
    ends.push(remove);
    const file = settings['DATABASE_FILENAME'] ?? '';
    return { settings, copy: async () => copyOfFile(file, folder) };
  }
  const postgres = await startPostgres();
  ends.push(() => postgres.stop());
  ends.push(() => delete process.env['TEST_POSTGRES']);
  process.env['TEST_POSTGRES'] = JSON.stringify({ server: postgres.settings, templates: join(folder, 'templates') });
  const { settings } = await makeStorage('seeded');
  return { settings, copy: () => copyOnServer(postgres.settings, settings['DATABASE_NAME'] ?? '') };
}

/** With the file of what was written last beside it. */
function copyOfFile(file: string, folder: string): () => Promise<void> {
  const copy = join(folder, 'copy.db');
  const parts = ['', '-wal', '-shm'];
  for (const part of parts) if (existsSync(file + part)) cpSync(file + part, copy + part);
  return async () => {
    for (const part of parts) {
      rmSync(file + part, { force: true });
      if (existsSync(copy + part)) cpSync(copy + part, file + part);
    }
  };
}

async function copyOnServer(server: Parameters<typeof databasesOf>[0], name: string): Promise<() => Promise<void>> {
  const { createDatabase, dropDatabase } = databasesOf(server);
  const copy = `${basename(name)}-copy`;
  await dropDatabase(copy);
  await createDatabase(copy, name);
  return async () => {
    await dropDatabase(name);
    await createDatabase(name, copy);
  };
}

async function startInstance(
  name: string, number: number, folder: string, cms: Program[], settings: Record<string, string>, program: string, ends: (() => unknown)[],
): Promise<Instance> {
  const port = await freePort();
  const target = cms[(number - 1) % cms.length]?.url ?? '';
  const proxy = await Proxy.start(target);
  ends.push(() => proxy.stop());
  const data = join(folder, `site-${number}`);
  const site = new Program({
    name: `${name}-site-${number}`, file: program, folder: inRoot('web'), port, readyPath: '/health/alive',
    env: {
      NODE_ENV: 'production', NITRO_HOST: '127.0.0.1', NITRO_PORT: String(port), SITE_URL,
      MEDIA_CACHE_DIR: join(data, 'media'), PAGE_CACHE_DIR: join(data, 'pages'),
      CMS_URL: proxy.url, CMS_READ_TOKEN: settings['CMS_READ_TOKEN'] ?? '', CMS_PREVIEW_TOKEN: settings['CMS_PREVIEW_TOKEN'] ?? '', PREVIEW_SECRET: settings['PREVIEW_SECRET'] ?? '',
    },
  });
  ends.push(() => site.end('SIGKILL'));
  await site.start();
  return { program: site, url: site.url, proxy, pages: join(data, 'pages') };
}

/** The place in the change feed that an instance has written down, when all that it keeps was as it is there. */
function placeOf({ pages }: Instance): string | null {
  const file = join(pages, 'place.json');
  return existsSync(file) ? nameOf(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

async function headOf([cms]: Program[], token: string): Promise<string> {
  const answer = await fetch(`${cms?.url}/api/change-feed`, { headers: { authorization: `Bearer ${token}` } });
  const body: { head: { sequence: number; id: string } } = JSON.parse(await answer.text());
  return nameOf(body.head);
}

const nameOf = ({ sequence, id }: { sequence: number; id: string }) => `${sequence} ${id}`;
