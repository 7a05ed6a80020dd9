import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { pack, type KnownPage } from '../../../server/page-cache/page';
import { PageFiles } from '../../../server/page-cache/page-files';

let folder: string;
let files: PageFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyclinic-pages-'));
  files = new PageFiles(folder, 'build-1');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function pageOf(words: string, until = Infinity): Promise<KnownPage> {
  const page = await pack({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(words) });
  return { ...page, dependencies: { keys: new Set(['list:article', 'abc']), until } };
}

const all = async () => (await Array.fromAsync(files.list())).map(({ address }) => address).sort();
const everyFile = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => entry.name);

test.each([[Infinity], [1_800_000_000_000]])('a page is read as it was written, until %d', async (until) => {
  const page = await pageOf('Words.', until);
  await files.write('/en/articles/ivf', page);
  expect(await files.read('/en/articles/ivf')).toEqual({ page, build: 'build-1' });
  expect(await Array.fromAsync(files.list())).toEqual([
    { address: '/en/articles/ivf', build: 'build-1', status: 200, headers: page.headers, digest: page.digest, keys: ['list:article', 'abc'], until },
  ]);
});

test.each([
  ['/en', 'pages/en/index.html'],
  ['/en/articles/ivf', 'pages/en/articles/ivf/index.html'],
  ['/en/feed.xml', 'pages/en/feed.xml'],
  ['/sitemap.xml', 'pages/sitemap.xml'],
])('a web server finds %s plain and compressed at %s', async (address, file) => {
  await files.write(address, await pageOf('Words.'));
  expect(await readFile(join(folder, file), 'utf8')).toBe('Words.');
  expect(brotliDecompressSync(await readFile(join(folder, `${file}.br`))).toString()).toBe('Words.');
  expect(gunzipSync(await readFile(join(folder, `${file}.gz`))).toString()).toBe('Words.');
});

test('pages whose addresses begin alike do not meet', async () => {
  const addresses = ['/en', '/en/articles', '/en/articles/ivf', '/en/treatments/ivf', '/en/treatments/ivf/feed.xml', '/en/treatments/ivf/questions', '/en/feed.xml', '/en/sitemap.xml', '/sitemap.xml'];
  for (const address of addresses) await files.write(address, await pageOf(address));
  for (const address of addresses) expect((await files.read(address))?.page.digest).toBe((await pageOf(address)).digest);
  expect(await all()).toEqual(addresses.sort());
});

test('a page is written over, and nothing is left beside it', async () => {
  for (const words of ['Old.', 'New.']) await files.write('/en', await pageOf(words));
  expect((await files.read('/en'))?.page).toEqual(await pageOf('New.'));
  expect((await everyFile()).sort()).toEqual(['en.json', 'index.html', 'index.html.br', 'index.html.gz']);
});

test('a page that is taken away is nowhere, and its neighbours stay', async () => {
  for (const address of ['/en', '/en/articles', '/en/articles/ivf']) await files.write(address, await pageOf(address));
  await files.remove('/en/articles');
  await files.remove('/en/nothing');
  expect(await files.read('/en/articles')).toBeNull();
  expect(await all()).toEqual(['/en', '/en/articles/ivf']);
  expect((await everyFile()).length).toBe(8);
});

describe('what is no whole page', () => {
  const place = 'pages/en/index.html';

  beforeEach(async () => files.write('/en', await pageOf('Words.')));

  test.each([
    ['compressed with brotli is missing', () => rm(join(folder, `${place}.br`))],
    ['compressed with gzip is missing', () => rm(join(folder, `${place}.gz`))],
    ['compressed with brotli breaks off', () => truncate(join(folder, `${place}.br`), 5)],
    ['compressed with brotli is empty', () => truncate(join(folder, `${place}.br`), 0)],
    ['compressed with gzip breaks off', () => truncate(join(folder, `${place}.gz`), 10)],
    ['compressed with gzip is empty', () => truncate(join(folder, `${place}.gz`), 0)],
    ['compressed with brotli is another rendering', async () => writeFile(join(folder, `${place}.br`), (await pageOf('Other.')).brotli)],
    ['compressed with gzip is another rendering', async () => writeFile(join(folder, `${place}.gz`), (await pageOf('Other.')).gzip)],
    ['is not known', () => rm(join(folder, 'about/en.json'))],
    ['is known by half', () => truncate(join(folder, 'about/en.json'), 20)],
    ['is known by something else', () => writeFile(join(folder, 'about/en.json'), '{"address":"/en"}')],
  ])('is not read where it %s', async (_, spoil) => {
    await spoil();
    expect(await files.read('/en')).toBeNull();
  });

  test('is not listed, and what is beside it is', async () => {
    await files.write('/ru', await pageOf('Слова.'));
    await truncate(join(folder, 'about/en.json'), 20);
    await writeFile(join(folder, 'about/ru.json.0000.tmp'), '{');
    await mkdir(join(folder, 'about/odd.json'));
    expect(await all()).toEqual(['/ru']);
  });
});

test('there is nothing in a folder that is not there', async () => {
  files = new PageFiles(join(folder, 'absent'), 'build-1');
  expect(await all()).toEqual([]);
  expect(await files.read('/en')).toBeNull();
});

test.each(['/../x', '/en/../../x', '/..', '/../../../../tmp/x', '/en/../../pages-of-others/x'])('no address leads out of the folder: %s', async (address) => {
  await expect(files.write(address, await pageOf('Words.'))).rejects.toThrow('leads out');
  await expect(files.read(address)).rejects.toThrow('leads out');
  await expect(files.remove(address)).rejects.toThrow('leads out');
  expect(await everyFile()).toEqual([]);
});

test('what cannot be written leaves nothing half', async () => {
  await writeFile(join(folder, 'pages'), 'in the way');
  await expect(files.write('/en', await pageOf('Words.'))).rejects.toThrow();
  expect(await everyFile()).toEqual(['pages']);
});
