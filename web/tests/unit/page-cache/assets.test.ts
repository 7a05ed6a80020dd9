import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { keepAssets } from '../../../server/assets';

const DAY_MS = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-20T10:00:00Z');
let folder: string;
let to: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyclinic-assets-'));
  to = join(folder, 'all');
});

afterEach(() => rm(folder, { recursive: true }));

async function build(name: string, files: Record<string, string>): Promise<string> {
  for (const [file, words] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name, file)), { recursive: true });
    await writeFile(join(folder, name, file), words);
  }
  await mkdir(join(folder, name), { recursive: true });
  return join(folder, name);
}

const kept = async () => (await readdir(to, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(to.length + 1)).sort();

test('the assets of a build stand beside those of the one before', async () => {
  await keepAssets(await build('one', { 'a.css': 'one', 'fonts/f.woff2': 'font' }), to, now);
  await keepAssets(await build('two', { 'b.css': 'two', 'b.css.br': 'small', 'fonts/f.woff2': 'font' }), to, now);
  expect(await kept()).toEqual(['a.css', 'b.css', 'b.css.br', 'fonts/f.woff2']);
  expect(await readFile(join(to, 'a.css'), 'utf8')).toBe('one');
});

test('what no build has brought for 30 days goes, and nothing sooner', async () => {
  await keepAssets(await build('one', { 'a.css': 'one', 'same.js': 'same' }), to, now);
  const two = await build('two', { 'b.css': 'two', 'same.js': 'same' });
  await keepAssets(two, to, now + 29 * DAY_MS);
  expect(await kept()).toEqual(['a.css', 'b.css', 'same.js']);
  await keepAssets(two, to, now + 31 * DAY_MS);
  expect(await kept()).toEqual(['b.css', 'same.js']);
});

test('the assets of a build that has run for long are there for its readers when the next one comes', async () => {
  const one = await build('one', { 'a.css': 'one' });
  for (let day = 0; day <= 60; day += 1) await keepAssets(one, to, now + day * DAY_MS);
  await keepAssets(await build('two', { 'b.css': 'two' }), to, now + 60.5 * DAY_MS);
  expect(await kept()).toEqual(['a.css', 'b.css']);
});

test('a file that a start left half is made whole', async () => {
  const one = await build('one', { 'a.css': 'whole' });
  await build('all', { 'a.css': 'wh' });
  await keepAssets(one, to, now);
  expect(await readFile(join(to, 'a.css'), 'utf8')).toBe('whole');
});

test('a file is as old as the last time that a build brought it', async () => {
  const one = await build('one', { 'a.css': 'one' });
  await keepAssets(one, to, now);
  await utimes(join(to, 'a.css'), 0, 0);
  await keepAssets(one, to, now);
  expect((await stat(join(to, 'a.css'))).mtimeMs).toBe(now);
});

test('two that start at once disturb each other in nothing', async () => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, each) => [`${each}.js`, `code ${each}`.repeat(1000)]));
  const one = await build('one', files);
  await Promise.all([keepAssets(one, to, now), keepAssets(one, to, now)]);
  expect(await kept()).toEqual(Object.keys(files).sort());
});
