import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Renderer } from '@takumi-rs/core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { readShareFile, sharePath } from '../../server/share/address';
import { startDrawing, type Draw } from '../../server/share/draw';
import { forgetOldPictures, readSharePicture } from '../../server/share/store';
import { openGraphLocale } from '../../shared/open-graph-locale';
import type { ShareCard } from '../../shared/views/share';

const card: ShareCard = { locale: 'ru', brand: 'Polyclinic', kind: 'Статья', title: 'Стволовые клетки при рассеянном склерозе', note: 'Медицинская проверка: 14 октября 2026 г.' };

beforeEach(() => {
  process.env.CMS_READ_TOKEN = 'a-token-of-thirty-two-letters-or-so';
});

const fileOf = (asked: ShareCard) => sharePath(asked).replace('/share/', '');

describe('the address of a picture', () => {
  test('holds all that the picture says', () => {
    expect(readShareFile(fileOf(card))).toMatchObject({ card, path: sharePath(card) });
  });

  test('is another one for other words, another language and another kind', () => {
    const cards: ShareCard[] = [card, { ...card, title: 'Иначе' }, { ...card, locale: 'en' }, { ...card, kind: null }, { ...card, note: null }, { ...card, brand: 'Другое' }];
    expect(new Set(cards.map(sharePath)).size).toBe(cards.length);
  });

  test('is made by nobody else: other words under the same seal, a seal of another secret and junk are refused', () => {
    const [, seal = '', ...rest] = fileOf(card).split('.');
    const forged = Buffer.from(JSON.stringify(['en', 'Polyclinic', null, 'Buy now', null])).toString('base64url');
    expect(readShareFile([forged, seal, ...rest].join('.'))).toBeNull();
    for (const junk of ['', 'x.png', 'a.b.c.png', `${'a'.repeat(3000)}.${seal}.00000000.png`]) expect(readShareFile(junk)).toBeNull();
    const known = fileOf(card);
    process.env.CMS_READ_TOKEN = 'another-token-of-thirty-two-letters';
    expect(readShareFile(known)).toBeNull();
  });

  test('of an older look leads to the present one', () => {
    const older = fileOf(card).replace(/[\da-f]{8}\.png$/, '00000000.png');
    expect(readShareFile(older)?.path).toBe(sharePath(card));
  });

  test('stays short enough for crawlers, whatever the title: letters beyond what has room are left out', () => {
    const path = sharePath({ ...card, title: 'Щ'.repeat(1000), note: 'щ'.repeat(1000) });
    expect(path.length).toBeLessThan(1200);
    expect(readShareFile(path.replace('/share/', ''))?.card.title).toMatch(/^Щ{179}…$/);
  });
});

test.each([['en', 'en_GB'], ['ru', 'ru_RU'], ['pt-BR', 'pt_BR']])('Open Graph calls %s %s', (code, name) => {
  expect(openGraphLocale(code)).toBe(name);
});

describe('a picture', () => {
  let draw: Draw;

  beforeAll(async () => {
    const files = async (name: string, family: string, ending: string) => {
      const folder = join(dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/package.json`)), 'files');
      const names = (await readdir(folder)).filter(file => file.endsWith(ending));
      return Promise.all(names.map(async file => ({ family, data: await readFile(join(folder, file)) })));
    };
    draw = await startDrawing([...await files('literata', 'Literata', '-opsz-normal.woff2'), ...await files('golos-text', 'Golos Text', '-wght-normal.woff2')]);
  });

  /** How many points of a part are not of the colour of the paper. */
  async function ink(png: Buffer, [left, right]: [number, number], [top, bottom]: [number, number] = [0, 630]): Promise<number> {
    const points = await new Renderer().render({ type: 'image', src: png, width: 1200, height: 630 }, { width: 1200, height: 630, format: 'raw' });
    let count = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const at = (y * 1200 + x) * 4;
        if (Math.abs((points[at] ?? 0) - 0xfa) + Math.abs((points[at + 1] ?? 0) - 0xf8) + Math.abs((points[at + 2] ?? 0) - 0xf3) > 6) count += 1;
      }
    }
    return count;
  }

  const middle: [number, number] = [110, 500];

  test.each([
    ['a short title', { ...card, title: 'Цены' }],
    ['a title with a word that is wider than a line', { ...card, title: 'Рентгеноэлектрокардиографический' }],
    ['a word that no size makes fit', { ...card, title: 'ж'.repeat(60) }],
    ['a title of 200 letters, with a long note', { ...card, title: 'Что показали исследования и о чём спросить врача '.repeat(4), note: 'Слово '.repeat(60) }],
    ['a very long title', { ...card, title: 'Много слов о многом '.repeat(30) }],
  ])('with %s keeps its margins', async (_what, asked) => {
    const png = await draw(asked);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.byteLength).toBeLessThan(100_000);
    expect(await ink(png, [72, 844], middle)).toBeGreaterThan(1000);
    expect(await ink(png, [0, 70])).toBe(0);
    expect(await ink(png, [848, 900])).toBe(0);
    expect(await ink(png, [0, 900], [600, 630])).toBe(0);
    expect(await ink(png, [0, 900], [105, 112])).toBe(0);
  });

  test('of a page in a language from right to left is the other way round', async () => {
    const png = await draw({ ...card, locale: 'ar', title: 'Stem cells' });
    expect(await ink(png, [1132, 1200])).toBe(0);
    expect(await ink(png, [900, 1128], middle)).toBeGreaterThan(1000);
  });

  test('has no title where the fonts lack its letters, rather than gaps', async () => {
    const png = await draw({ ...card, title: 'زراعة الخلايا الجذعية (MS)' });
    expect(await ink(png, [0, 900], middle)).toBe(0);
    expect(await ink(png, [72, 844], [50, 110])).toBeGreaterThan(100);
  });

  test('is the same each time, and another for another page', async () => {
    const [one, same, other] = [await draw(card), await draw(card), await draw({ ...card, title: 'Иначе' })];
    expect(one.equals(same)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });
});

describe('the store of pictures', () => {
  let directory: string;
  const asked = (title: string) => ({ card: { ...card, title }, path: '', name: `${title}.png` });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'polyclinic-share-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  test('has a picture drawn once, however many ask, and one at a time', async () => {
    let [drawn, now, most] = [0, 0, 0];
    const draw: Draw = async ({ title }) => {
      [drawn, now] = [drawn + 1, now + 1];
      most = Math.max(most, now);
      await new Promise(done => setTimeout(done, 5));
      now -= 1;
      return Buffer.from(title);
    };
    const answers = await Promise.all(['a', 'b', 'a', 'c', 'b', 'a'].map(title => readSharePicture(asked(title), directory, draw)));
    expect(answers.map(String)).toEqual(['a', 'b', 'a', 'c', 'b', 'a']);
    await readSharePicture(asked('c'), directory, draw);
    expect([drawn, most]).toEqual([3, 1]);
  });

  test('goes on after a drawing that failed, and refuses when too many wait', async () => {
    await expect(readSharePicture(asked('broken'), directory, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const outcomes = await Promise.allSettled(Array.from({ length: 130 }, (_, index) => readSharePicture(asked(String(index)), directory, ({ title }) => Promise.resolve(Buffer.from(title)))));
    const refused = outcomes.filter(outcome => outcome.status === 'rejected');
    expect(refused).toHaveLength(30);
    expect(refused[0]?.reason).toMatchObject({ statusCode: 503 });
  });

  test('forgets what was drawn more than 90 days ago', async () => {
    for (const title of ['old', 'new']) await readSharePicture(asked(title), directory, () => Promise.resolve(Buffer.from(title)));
    const now = Date.now();
    const before = (now - 91 * 24 * 60 * 60 * 1000) / 1000;
    await utimes(join(directory, 'old.png'), before, before);
    await forgetOldPictures(directory, now);
    expect(await readdir(directory)).toEqual(['new.png']);
  });
});
