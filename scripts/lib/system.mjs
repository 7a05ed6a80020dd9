import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { endWithParent } from './leash.mjs';
import { fail, portTaken } from './messages.mjs';
import { inRoot, root } from './paths.mjs';
import { isPortFree, stopAll } from './processes.mjs';
import { readSettings } from './settings.mjs';

let stopping;

/** Ends all servers, then this process; the first code given is the one that counts. */
export function stop(code) {
  stopping ??= stopAll().then(() => process.exit(code));
  return stopping;
}

/** Whether the servers end because they were told to. */
export const isStopping = () => stopping !== undefined;

/** From now on Ctrl-C, a signal or the end of the parent stops all servers. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop(0));
  process.once('disconnect', () => stop(0));
  endWithParent(() => stop(0));
}

/**
 * Reads the settings and makes the folders that hold data.
 *
 * @returns {Record<string, string>} environment for the CMS
 */
export function settingsWithFolders() {
  const env = readSettings(root);
  // Databases and logs are for this user alone.
  for (const folder of ['.data', 'cms/.data']) mkdirSync(inRoot(folder), { recursive: true, mode: 0o700 });
  mkdirSync(path.resolve(inRoot('cms'), env.CMS_PUBLIC_DIR ?? 'public', 'uploads'), { recursive: true });
  return env;
}

/** Where a CMS that `npm start` or `npm run dev` started was last reached. */
export const lastCms = inRoot('.data/cms-url');

/**
 * The same, and makes sure that both ports are free; ends with a sentence where one is not.
 *
 * @returns {Promise<Record<string, string>>} environment for the servers
 */
export async function prepareSettings() {
  const env = settingsWithFolders();
  for (const name of ['CMS_PORT', 'WEB_PORT']) {
    if (!await isPortFree(Number(env[name]))) fail(portTaken(Number(env[name]), name));
  }
  writeFileSync(lastCms, env.CMS_URL);
  return env;
}
