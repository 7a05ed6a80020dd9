import { statSync } from 'node:fs';

import type { Core } from '@strapi/strapi';

import type { Model } from '../model.ts';
import { pictureFile } from '../pictures/raster.ts';
import { mapLinks } from '../read/walk.ts';
import type { Ledger } from './ledger.ts';
import type { Plan } from './plan.ts';

/** Two at a time: each picture's sizes and formats are made on the way, which keeps both cores of a small machine busy. */
const AT_ONCE = 2;

/**
 * Sees to it that the CMS holds these pictures. One that it has, with the same drawing, is not uploaded again.
 *
 * @param drawings digests of the drawings, by name
 * @returns how many were uploaded, and the row id of each
 */
export async function uploadPictures(
  strapi: Core.Strapi,
  drawings: Map<string, string>,
  ledger: Ledger,
  cache: string,
): Promise<{ uploaded: number; ids: Map<string, number> }> {
  const held = new Map((await files(strapi)).map(({ id, documentId }) => [documentId, id]));
  const lacking = [...drawings].filter(([name, digest]) => {
    const entry = ledger.pictures[name];
    return entry?.digest !== digest || !held.has(entry.documentId);
  });
  const queue = [...lacking];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, digest] = next;
      const { id, documentId } = await upload(strapi, name, await pictureFile(name, cache));
      held.set(documentId, id);
      ledger.pictures[name] = { documentId, digest };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const ids = new Map([...drawings.keys()].map(name => [name, held.get(ledger.pictures[name]?.documentId ?? '') ?? 0]));
  return { uploaded: lacking.length, ids };
}

interface File {
  id: number;
  documentId: string;
}

const files = (strapi: Core.Strapi): Promise<File[]> => strapi.db.query('plugin::upload.file').findMany({ select: ['id', 'documentId'] });

async function upload(strapi: Core.Strapi, name: string, filepath: string): Promise<File> {
  const [file]: File[] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: `${name}.png` } },
      files: { filepath, originalFilename: `${name}.png`, mimetype: 'image/png', size: statSync(filepath).size },
    });
  if (!file) throw new Error(`The CMS did not keep the picture ${name}.`);
  return file;
}

/** Names of the pictures that the versions to be written use. */
export function picturesOf(plans: Plan[], model: Model): string[] {
  const names = new Set<string>();
  for (const { document, versions } of plans) {
    for (const { fields, action } of versions) {
      if (action !== 'create' && action !== 'update') continue;
      mapLinks(model, document.type.attributes, fields, (attribute, value) => {
        if (attribute.type === 'media') names.add(String(value));
        return value;
      });
    }
  }
  return [...names].sort();
}
