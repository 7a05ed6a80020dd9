import path from 'node:path';
import process from 'node:process';

import { inRoot, root } from './paths.mjs';
import { startNode } from './processes.mjs';

/** @returns {string} the archive's path, seen from where the command was given */
export const archivePath = name => path.resolve(process.env.INIT_CWD ?? root, name.endsWith('.tar.gz') ? name : `${name}.tar.gz`);

/** Names the database that the settings lead to. */
export const describeTarget = env => env.DATABASE_CLIENT === 'postgres'
  ? `the PostgreSQL database "${env.DATABASE_NAME ?? 'polyclinic'}" on ${env.DATABASE_HOST ?? '127.0.0.1'}`
  : `the SQLite database ${path.resolve(inRoot('cms'), env.DATABASE_FILENAME ?? '.data/polyclinic.db')}`;

/**
 * Has the CMS export or import; ends this process when it fails, since it has said why.
 *
 * @param {'export' | 'import'} direction
 * @param {string} file
 * @param {Record<string, string>} env
 */
export async function transfer(direction, file, env) {
  const { ended } = startNode(direction, [inRoot('cms/transfer/main.ts'), direction, file], { cwd: inRoot('cms'), env: { ...env, NODE_ENV: 'production' }, show: true });
  const code = await ended;
  if (code !== 0) process.exit(code);
}
