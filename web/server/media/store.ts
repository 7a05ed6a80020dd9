import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fetchUpload } from '../cms/client';
import { CmsUnavailable } from '../cms/errors';
import { keepFile } from './keep-file';

const MAX_BYTES = 20 * 1024 * 1024;

const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};

export interface MediaFile { body: Buffer; type: string }

const underWay = new Map<string, Promise<MediaFile | null>>();

/** The type of a picture by its name; null where the name is none that an upload can have. */
function mediaType(name: string): string | null {
  const [, extension = ''] = /^[A-Za-z0-9][A-Za-z0-9_-]{0,199}\.([a-z]{3,4})$/.exec(name) ?? [];
  return types[extension] ?? null;
}

/**
 * A picture from the site's own store; the first reader's request brings it there.
 *
 * @returns null where there is no such picture.
 * @throws CmsUnavailable where it is not in the store and the CMS does not answer.
 */
export async function readMedia(name: string, directory: string): Promise<MediaFile | null> {
  const type = mediaType(name);
  if (type === null) return null;
  const stored = await readFile(join(directory, name)).catch(() => null);
  if (stored !== null) return { body: stored, type };
  const running = underWay.get(name) ?? fetchMedia(name, type, directory).finally(() => underWay.delete(name));
  underWay.set(name, running);
  return running;
}

async function fetchMedia(name: string, type: string, directory: string): Promise<MediaFile | null> {
  const response = await fetchUpload(name);
  if (response.status >= 500) throw new CmsUnavailable(`the upload ${name}`);
  if (!response.ok || response.headers.get('content-type')?.split(';')[0] !== type) return null;
  const body = await readBounded(response, name);
  if (body === null) return null;
  await keepFile(directory, name, body);
  return { body, type };
}

/** The body of an answer, or null where it is larger than any picture of ours. */
async function readBounded(response: Response, name: string): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      size += read.value.byteLength;
      if (size > MAX_BYTES) {
        await reader?.cancel();
        return null;
      }
      chunks.push(read.value);
    }
  } catch (cause) {
    throw new CmsUnavailable(`the upload ${name} broke off`, cause);
  }
  return Buffer.concat(chunks);
}
