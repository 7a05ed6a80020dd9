import { readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { writeWhole } from './write-whole';

const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Puts the styles, scripts and fonts of this build beside those of the builds before it, whose pages may still be read. What no build
 * has brought for 30 days is taken away.
 *
 * @param from the folder of this build; `to`: the one for all builds.
 */
export async function keepAssets(from: string, to: string, now = Date.now()): Promise<void> {
  const present = new Set((await readdir(from, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(from.length + 1)));
  for (const name of present) {
    const file = join(to, name);
    if (!await isSame(join(from, name), file)) await writeWhole(file, await readFile(join(from, name)));
    await utimes(file, now / 1000, now / 1000);
  }
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    // Another process may be writing here.
    const about = entry.isFile() ? await stat(file).catch(() => null) : null;
    if (about !== null && now - about.mtimeMs > KEEP_MS) await rm(file, { force: true });
  }
}

/** Names change with the content, so a file of another length is one that was left half. */
async function isSame(file: string, kept: string): Promise<boolean> {
  const [present, there] = await Promise.all([stat(file), stat(kept).catch(() => null)]);
  return present.size === there?.size;
}
