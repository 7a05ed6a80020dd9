import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { words } from '../messages';

/** A row of the media library, as far as it is used here. */
interface StoredPicture {
  id: number;
  hash: string;
  ext: string;
  mime: string;
  size: number;
  width: number;
  height: number;
  url: string;
  formats: Record<string, unknown>;
  provider: string;
}

interface Options {
  user?: { id: number };
}

export interface UploadService {
  upload(input: { data: { fileInfo?: object }; files: object }, options?: Options): Promise<StoredPicture[]>;
  replace(id: number | string, input: { data: { fileInfo?: object }; file: object }, options?: Options): Promise<StoredPicture>;
  remove(file: StoredPicture): Promise<unknown>;
  findOne(id: number | string): Promise<StoredPicture | null>;
  updateFileInfo(id: number | string, info: object, options?: Options): Promise<StoredPicture>;
}

const fileType = 'plugin::upload.file';

/** Changes the upload plugin's service where it takes a file's address for its own for life, and for its own alone. */
export function uploadService(stock: UploadService, strapi: Core.Strapi): UploadService {
  /** Deletes a row and its files; files that a twin (the same picture, uploaded twice) shows stay. */
  async function remove(file: StoredPicture): Promise<unknown> {
    const twins = await strapi.db.query(fileType).count({ where: { hash: file.hash, id: { $ne: file.id } } });
    // The stock service leaves files of another provider alone.
    return stock.remove(twins > 0 ? { ...file, provider: 'shared' } : file);
  }

  /** Puts another picture in the place of one. The row keeps its id and uses; the addresses are new, as the content is. */
  async function replace(id: number | string, { data, file }: Parameters<UploadService['replace']>[1], options?: Options): Promise<StoredPicture> {
    const old = await stock.findOne(id);
    if (!old) throw new errors.NotFoundError();
    const fresh = await uploadOne(file, options);
    const { hash, ext, mime, size, width, height, url, formats, provider } = fresh;
    await strapi.db.transaction(async () => {
      await strapi.db.query(fileType).delete({ where: { id: fresh.id } });
      await strapi.db.query(fileType).update({ where: { id }, data: { hash, ext, mime, size, width, height, url, formats, provider } });
    });
    if (old.hash !== hash) await removeFiles(old);
    return stock.updateFileInfo(id, data.fileInfo ?? {}, options);
  }

  async function uploadOne(file: object, options?: Options): Promise<StoredPicture> {
    const [fresh] = await stock.upload({ data: {}, files: file }, options);
    if (!fresh) throw new errors.ApplicationError(words().pictures.notStored);
    return fresh;
  }

  /** Deletes the files that a row had, unless another row shows them. */
  async function removeFiles(file: StoredPicture): Promise<void> {
    if ((await strapi.db.query(fileType).count({ where: { hash: file.hash } })) > 0) return;
    const { provider } = strapi.plugin('upload');
    for (const stored of [file, ...Object.values(file.formats)]) await provider.delete(stored);
  }

  return { ...stock, remove, replace };
}
