import { Readable } from 'node:stream';

import { file as units } from '@strapi/utils';
import sharp, { type Sharp } from 'sharp';

import { openPicture } from './decode';
import { widths } from './limits';
import { addressOf, bytesOf, type PictureFile } from './picture-file';

interface Encoder {
  name: string;
  mime: string;
  ext: string;
  encode(picture: Sharp): Sharp;
}

const webp: Encoder = { name: 'webp', mime: 'image/webp', ext: '.webp', encode: picture => picture.webp({ quality: 78 }) };
const encoders: Encoder[] = [
  // One step of effort more takes twice as long and saves a fiftieth.
  { name: 'avif', mime: 'image/avif', ext: '.avif', encode: picture => picture.avif({ quality: 55, effort: 2 }) },
  webp,
  { name: 'jpeg', mime: 'image/jpeg', ext: '.jpg', encode: picture => picture.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }) },
];

/**
 * Makes the sizes of a picture that pages use, each in AVIF, WebP and JPEG, named `avif_480` and so on.
 * None is wider than the picture; one narrower than the widest size gets one of its own width, so that nothing is lost.
 */
export async function makeSizes(file: PictureFile): Promise<{ key: string; file: PictureFile }[]> {
  const bytes = await bytesOf(file);
  const { autoOrient } = await openPicture(bytes).metadata();
  const sizes: { key: string; file: PictureFile }[] = [];
  for (const width of widthsFor(autoOrient.width)) {
    const { data, info } = await openPicture(bytes).autoOrient().resize({ width }).raw().toBuffer({ resolveWithObject: true });
    for (const encoder of encoders) {
      const key = `${encoder.name}_${width}`;
      sizes.push({ key, file: await encode(file, key, encoder, sharp(data, { raw: info })) });
    }
  }
  return sizes;
}

/** Makes the small picture that the media library shows in its lists. */
export async function makeThumbnail(file: PictureFile): Promise<PictureFile> {
  const small = openPicture(await bytesOf(file)).autoOrient().resize({ width: 245, height: 156, fit: 'inside', withoutEnlargement: true });
  return encode(file, 'thumbnail', webp, small);
}

function widthsFor(own: number): number[] {
  const widest = Math.min(own, Math.max(...widths));
  return [...widths.filter(width => width < widest), widest];
}

async function encode(original: PictureFile, key: string, encoder: Encoder, picture: Sharp): Promise<PictureFile> {
  const { data, info } = await encoder.encode(picture).toBuffer({ resolveWithObject: true });
  return {
    name: `${key}_${original.name}`,
    // With the original's address in it no two originals share a size, and each can be deleted without looking at others.
    hash: addressOf(original.hash, data),
    ext: encoder.ext,
    mime: encoder.mime,
    width: info.width,
    height: info.height,
    size: units.bytesToKbytes(data.length),
    sizeInBytes: data.length,
    path: null,
    getStream: () => Readable.from(data),
  };
}
