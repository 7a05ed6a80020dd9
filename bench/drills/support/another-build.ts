import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { inRoot } from '../../../scripts/lib/paths.mjs';

const BUILD_ID = /"buildId":\s*"([0-9a-f-]{36})"/;

/**
 * Makes a build that has another name than the one that is there, and whose assets have other names: what a change of the sources
 * leads to, without the minutes that it takes. Each name is as long as the one that it replaces.
 *
 * @param folder where it is put.
 * @returns its program.
 */
export function makeAnotherBuild(folder: string): string {
  const assets = join(folder, 'public/_nuxt');
  cpSync(inRoot('web/.output'), folder, { recursive: true, verbatimSymlinks: true });
  const nitro = readFileSync(join(folder, 'server/chunks/nitro/nitro.mjs'), 'utf8');
  const [, build = ''] = BUILD_ID.exec(nitro) ?? [];
  if (build === '') throw new Error('The build does not say what it is called');
  const names = new Map<string, string>([[build, randomUUID()]]);
  for (const file of globSync('**/*', { cwd: assets })) {
    const name = basename(file).replace(/\.(br|gz)$/, '');
    if (extname(name) !== '') names.set(name, renamed(name));
  }
  const anyOfThem = new RegExp([...names.keys()].map(name => name.replaceAll('.', '\\.')).join('|'), 'g');

  for (const file of globSync(['public/_nuxt/**/*.{js,css,json}', 'server/*.mjs', 'server/chunks/**/*.mjs'], { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(anyOfThem, name => names.get(name) ?? name));
  }
  for (const file of globSync('**/*.{br,gz}', { cwd: assets })) rmSync(join(assets, file));
  for (const file of globSync('**/*.*', { cwd: assets })) {
    const name = join(assets, dirname(file), names.get(basename(file)) ?? basename(file));
    renameSync(join(assets, file), name);
    if (!/\.(js|css|json)$/.test(name)) continue;
    writeFileSync(`${name}.br`, brotliCompressSync(readFileSync(name)));
    writeFileSync(`${name}.gz`, gzipSync(readFileSync(name)));
  }
  return join(folder, 'server/index.mjs');
}

/** The hash in a name, turned by one letter in the alphabet. */
function renamed(name: string): string {
  const at = name.lastIndexOf('.') - 1;
  const letter = name[at] ?? '';
  const other = letter === 'q' ? 'x' : 'q';
  return `${name.slice(0, at)}${other}${name.slice(at + 1)}`;
}
