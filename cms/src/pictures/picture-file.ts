import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A file on its way to the storage, as Strapi's upload plugin hands it round; `size` is in kilobytes. */
export interface PictureFile {
  name: string;
  hash: string;
  ext: string;
  mime: string;
  size: number;
  sizeInBytes: number;
  width?: number;
  height?: number;
  path?: string | null;
  filepath?: string;
  getStream(): Readable;
}

/** All bytes of a file. Its `filepath` is no help: the plugin takes it away while sizes are still being made. */
export async function bytesOf(file: PictureFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.getStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The name under which content is stored: it tells nothing, and other content has another one. Pages hold dozens of them, so it is no longer than that takes. */
export function addressOf(...contents: (string | Buffer)[]): string {
  const digest = createHash('sha256');
  for (const content of contents) digest.update(content);
  return digest.digest('hex').slice(0, 16);
}
