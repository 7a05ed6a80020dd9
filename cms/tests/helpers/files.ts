import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** All files below a folder, sorted; an absent folder has none, a file is its own only one. */
export function filesBelow(root: string): string[] {
  if (!fs.existsSync(root)) return [];
  if (fs.statSync(root).isFile()) return [root];
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A short digest of the names and contents of files. */
export function digestOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
