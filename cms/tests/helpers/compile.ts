import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { filesBelow } from './files.ts';
import { cmsRoot, distRoot } from './paths.ts';

/**
 * Compiles the server when a source file is newer than the last compilation.
 *
 * @throws Error with the compiler's messages
 */
export function compileServer(): void {
  // Of our own: the compiler also writes its state when it only checks.
  const stamp = path.join(distRoot, '.compiled');
  const startedAt = new Date();
  const compiledAt = fs.existsSync(stamp) ? fs.statSync(stamp).mtimeMs : 0;
  const sources = [...filesBelow(path.join(cmsRoot, 'src')), ...filesBelow(path.join(cmsRoot, 'config'))];
  if (sources.every(file => fs.statSync(file).mtimeMs < compiledAt)) return;
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: cmsRoot, encoding: 'utf8' });
  } catch (error) {
    const messages = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`The CMS does not compile:\n${messages}`, { cause: error });
  }
  removeOrphans();
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}

/** Removes what was compiled from files that are gone; Strapi would load it. */
function removeOrphans(): void {
  for (const folder of ['src', 'config']) {
    for (const file of filesBelow(path.join(distRoot, folder))) {
      const source = path.join(cmsRoot, path.relative(distRoot, file)).replace(/(\.d)?\.(js|ts)(\.map)?$/, '');
      if (![source, `${source}.ts`, `${source}.js`].some(candidate => fs.existsSync(candidate))) fs.rmSync(file);
    }
  }
}
