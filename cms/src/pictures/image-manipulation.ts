import { randomUUID } from 'node:crypto';

import { errors } from '@strapi/utils';

import { words } from '../messages';
import { inspectPicture } from './decode';
import { longestSide } from './limits';
import { addressOf, bytesOf, type PictureFile } from './picture-file';
import { makeSizes, makeThumbnail } from './picture-sizes';

/**
 * Stands in for the upload plugin's service of the same name, with its methods and their contracts.
 * Every upload is a picture here; what is none is refused instead of stored as a plain file.
 */
export const imageManipulation = {
  isImage: async () => true,
  isOptimizableImage: async () => true,
  isResizableImage: async () => true,

  /** Asked before anything is stored. Refuses by itself: the stock sentence is in English only. */
  async isFaultyImage(file: PictureFile): Promise<boolean> {
    const facts = await inspectPicture(await bytesOf(file));
    if (!facts) throw new errors.ApplicationError(words().pictures.invalid);
    if (Math.max(facts.width, facts.height) > longestSide) {
      throw new errors.ValidationError(words().pictures.tooLong(facts.width, facts.height, longestSide));
    }
    return false;
  },

  /** Gives the file the type that its content has and the address that its content has; the original itself is kept as it is. */
  async optimize(file: PictureFile): Promise<PictureFile> {
    const bytes = await bytesOf(file);
    const facts = await inspectPicture(bytes);
    if (!facts) throw new errors.ApplicationError(words().pictures.invalid);
    return { ...file, ext: facts.ext, mime: facts.mime, hash: addressOf(bytes) };
  },

  async getDimensions(file: PictureFile): Promise<{ width: number | null; height: number | null }> {
    const facts = await inspectPicture(await bytesOf(file));
    return { width: facts?.width ?? null, height: facts?.height ?? null };
  },

  generateThumbnail: makeThumbnail,
  generateResponsiveFormats: makeSizes,

  /** A name for the time before the content was read. */
  generateFileName: () => randomUUID(),
};
