import type { Entry, Json, Selection } from '@polyclinic/shared-types';

import type { Figure, Picture } from '../../../shared/views/media';

const fileSelection = { fields: ['url', 'ext', 'mime', 'width', 'height', 'formats'] } as const satisfies Selection<'upload.file'>;

/** What is asked of a figure wherever one stands. */
export const figureSelection = {
  fields: ['alt', 'decorative', 'caption', 'credit', 'key', 'hiddenIn'],
  populate: { image: fileSelection, imageDark: fileSelection },
} as const satisfies Selection<'shared.figure'>;

export type FigureEntry = Entry<'shared.figure', typeof figureSelection>;
type FileEntry = Entry<'upload.file', typeof fileSelection>;

interface Size { mime: string; width: number; address: string }

/** What browsers know that are younger than spring 2023; the others take the fallback. Every further format would put its addresses into each page. */
const preferred = 'image/avif';

const FALLBACK_WIDTH = 1280;

/** A figure with the site's own addresses of its sizes; null where it holds no picture. */
export function toFigure(figure: FigureEntry | null): Figure | null {
  const picture = figure === null ? null : toPicture(figure.image);
  if (figure === null || picture === null) return null;
  return {
    picture,
    pictureDark: toPicture(figure.imageDark),
    alt: figure.decorative === true ? '' : (figure.alt ?? ''),
    caption: figure.caption,
    credit: figure.credit,
  };
}

/** The sizes of an uploaded picture. One for which none were made is shown as it was uploaded. */
function toPicture(file: FileEntry | null): Picture | null {
  if (file === null || file.width === null || file.height === null) return null;
  const original = { mime: file.mime, width: file.width, address: mediaAddress(file.url) };
  const made = sizes(file.formats);
  const best = made.filter(size => size.mime === preferred).sort((one, other) => one.width - other.width);
  const fallback = made
    .filter(size => !['image/avif', 'image/webp'].includes(size.mime) && size.width <= FALLBACK_WIDTH)
    .reduce<Size | null>((widest, size) => (widest === null || size.width > widest.width ? size : widest), null);
  return {
    width: file.width,
    height: file.height,
    source: best.length === 0 ? null : { type: preferred, sizes: best.map(({ address, width }) => ({ address, width })) },
    src: (fallback ?? original).address,
  };
}

function sizes(formats: Json): Size[] {
  if (typeof formats !== 'object' || formats === null || Array.isArray(formats)) return [];
  return Object.values(formats).flatMap((format) => {
    if (typeof format !== 'object' || format === null || Array.isArray(format)) return [];
    const { mime, width, url } = format;
    return typeof mime === 'string' && typeof width === 'number' && typeof url === 'string' ? [{ mime, width, address: mediaAddress(url) }] : [];
  });
}

/** The upload storage's own address is not for readers: what follows its last slash names the content. */
function mediaAddress(url: string): string {
  return `/media/${url.slice(url.lastIndexOf('/') + 1)}`;
}
