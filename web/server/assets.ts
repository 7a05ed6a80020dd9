import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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
    await mkdir(dirname(file), { recursive: true });
    if (!await isThere(file)) await copyFile(join(from, name), file);
    await utimes(file, now / 1000, now / 1000);
  }
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && now - (await stat(file)).mtimeMs > KEEP_MS) await rm(file, { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
