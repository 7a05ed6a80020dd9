import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { drawPicture, pictureProblem } from './draw.ts';
import { pictureFile } from './raster.ts';

const seed = path.resolve(import.meta.dirname, '..');

/** Every picture that the content names. */
const names = [
  ...new Set(
    fs
      .globSync('*/**/*.yaml', { cwd: seed })
      .flatMap(file => [...fs.readFileSync(path.join(seed, file), 'utf8').matchAll(/\bimage(?:Dark)?: ([a-z0-9-]+)/g)])
      .map(([, name = '']) => name),
  ),
].sort();

const withoutColours = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '');

describe('pictures of the first content', () => {
  it('draws all of them in their sizes', async () => {
    const cache = fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-pictures-'));
    for (const name of names) {
      const { width, height, format } = await sharp(await pictureFile(name, cache)).metadata();
      expect({ name, width, height, format }).toEqual({
        name,
        ...(name.startsWith('person-') ? { width: 800, height: 800 } : { width: 1600, height: 900 }),
        format: 'png',
      });
    }
    fs.rmSync(cache, { recursive: true });
  });

  it('draws the same for the same name, and something else for another', () => {
    expect(drawPicture('cover-one')).toBe(drawPicture('cover-one'));
    expect(withoutColours(drawPicture('cover-one'))).not.toBe(withoutColours(drawPicture('cover-two')));
  });

  it('draws the same motif on dark ground', () => {
    for (const name of ['cover-one', 'clinic-one', 'person-one', 'figure-two-treatments']) {
      expect(drawPicture(`${name}-dark`)).not.toBe(drawPicture(name));
      expect(withoutColours(drawPicture(`${name}-dark`))).toBe(withoutColours(drawPicture(name)));
    }
  });

  it('says which names it cannot draw', () => {
    expect(pictureProblem('cover-one')).toBeUndefined();
    expect(pictureProblem('figure-unknown-dark')).toMatch(/scenes\.ts/);
    expect(pictureProblem('portrait-ada')).toMatch(/begin it with/);
    expect(pictureProblem('cover-')).toMatch(/begin it with/);
  });
});
