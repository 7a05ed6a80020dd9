import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './paths.mjs';

/**
 * Hash of the contents of all files that the patterns match, below the project's folder.
 *
 * @param {string[]} patterns globs
 * @returns {string}
 */
function fingerprint(patterns) {
  const hash = createHash('sha256');
  const skip = name => /(^|\/)(node_modules|dist|\.nuxt|\.output|\.tmp|\.data|\.cache|\.strapi)(\/|$)/.test(name);
  for (const file of globSync(patterns, { cwd: root, exclude: skip }).sort()) {
    const absolute = path.join(root, file);
    if (statSync(absolute).isFile()) hash.update(file).update('\0').update(readFileSync(absolute));
  }
  return hash.digest('hex');
}

/**
 * Runs `make` unless it was run for the same fingerprint before and its result is still there.
 *
 * @param {{ stamp: string, of: string[], result: string, make: () => Promise<void> }} work `stamp` is the file that remembers the fingerprint
 * @returns {Promise<boolean>} whether anything was done
 */
export async function onceFor({ stamp, of, result, make }) {
  const wanted = fingerprint(of);
  if (existsSync(stamp) && existsSync(result) && readFileSync(stamp, 'utf8') === wanted) return false;
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
