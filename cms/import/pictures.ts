import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import type { PageDraft } from './compose/page-draft.ts';
import type { PageFigure } from './read/units.ts';

/** Where each of a page's pictures lies on disk; null where it is not beside the page. */
export type PictureFiles = ReadonlyMap<string, string | null>;

/** The figures of the article itself. */
export function articleFigures({ cover, body }: PageDraft): PageFigure[] {
  return [...(cover ? [cover] : []), ...body.flatMap(block => (block.__component === 'shared.figure' ? [block.figure] : []))];
}

/** All figures of a draft, wherever they went. */
function figuresOf(draft: PageDraft): PageFigure[] {
  return [...articleFigures(draft), ...draft.clinics.flatMap(({ photos }) => photos)];
}

/** Looks for a draft's pictures beside the page. Nothing is fetched, and nothing outside the page's folder is taken. */
export function findPictures(draft: PageDraft, folder: string): PictureFiles {
  return new Map(figuresOf(draft).map(({ src }) => [src, fileOf(src, folder)]));
}

function fileOf(src: string, folder: string): string | null {
  if (src === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(src)) return null;
  const [name = ''] = src.split(/[?#]/);
  const file = path.resolve(folder, decoded(name));
  const isInside = file.startsWith(folder + path.sep);
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
