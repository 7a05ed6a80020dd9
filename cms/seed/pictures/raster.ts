import { mkdir, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { digest } from '../write/digest.ts';
import { drawPicture } from './draw.ts';

/**
 * Makes the PNG of a drawing, unless it lies ready from an earlier run.
 *
 * @param cache folder for the files; may be emptied at any time
 * @returns the path of the file
 */
export async function pictureFile(name: string, cache: string): Promise<string> {
  const svg = drawPicture(name);
  const file = path.join(cache, `${name}-${digest(svg).slice(0, 12)}.png`);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, await sharp(Buffer.from(svg)).png({ compressionLevel: 7 }).toBuffer());
  await rename(draft, file);
  return file;
}
