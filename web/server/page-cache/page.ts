import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gzip } from 'node:zlib';

import type { Dependencies } from '../cms/dependencies';

/** What the site answered to an address. */
export interface Rendering {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** A rendering made ready to be sent any number of times. */
export interface Page {
  status: number;
  headers: Record<string, string>;
  /** Of the bytes as rendered: the same page has the same one on every instance. */
  digest: string;
  brotli: Buffer;
  gzip: Buffer;
}

/** A page with what it rests on. */
export interface KnownPage extends Page { dependencies: Pick<Dependencies, 'keys' | 'until'> }

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/*
 * Once for each rendering. Of the long article, brotli's 11 makes 3 % fewer bytes than its 9 and takes 15 times as long,
 * which a change of the footer would pay ten thousand times.
 */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;

/** Compresses a rendering. */
export async function pack({ status, headers, body }: Rendering): Promise<Page> {
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(body, { params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    } }),
    compressGzip(body, { level: GZIP_LEVEL }),
  ]);
  return { status, headers, digest: digestOf(body), brotli, gzip: gzipped };
}

/** The bytes of a page for those who take no compression. */
export function plainBody({ brotli }: Pick<Page, 'brotli'>): Buffer {
  return brotliDecompressSync(brotli);
}

/** Names bytes by what they are. */
export function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}
