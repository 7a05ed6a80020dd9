import sharp, { type Sharp } from 'sharp';

import { mostPixels } from './limits';

interface PictureFacts {
  /** As the picture is seen, after the camera's rotation mark. */
  width: number;
  height: number;
  mime: string;
  ext: string;
}

const kinds = new Map([
  ['jpeg', { mime: 'image/jpeg', ext: '.jpg' }],
  ['png', { mime: 'image/png', ext: '.png' }],
  ['webp', { mime: 'image/webp', ext: '.webp' }],
  // The container of AVIF; the other pictures that come in it (HEIC) are told apart by their compression.
  ['heif', { mime: 'image/avif', ext: '.avif' }],
]);

/** Opens a picture with the limits that hold for all of ours. */
export function openPicture(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels });
}

/** Reads what a picture is from its content; undefined when it is none that we take, or is broken. */
export async function inspectPicture(bytes: Buffer): Promise<PictureFacts | undefined> {
  try {
    const { format, compression, autoOrient } = await openPicture(bytes).metadata();
    const kind = kinds.get(format);
    if (!kind || (format === 'heif' && compression !== 'av1')) return undefined;
    // Only decoding the whole of it shows damage.
    await openPicture(bytes).stats();
    return { ...kind, width: autoOrient.width, height: autoOrient.height };
  } catch {
    return undefined;
  }
}
