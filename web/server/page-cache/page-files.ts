import { readFile, readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { crc32 } from 'node:zlib';

import { z } from 'zod';

import { writeWhole } from '../write-whole';
import { digestOf, plainBody, type KnownPage } from './page';

const AT_ONCE = 64;

const about = z.object({
  address: z.string(),
  build: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  digest: z.string(),
  keys: z.array(z.string()),
  /** JSON knows no infinity. */
  until: z.number().nullable(),
});

/** What is known of a page that is kept as files, without its words. */
export type AboutPage = Omit<z.infer<typeof about>, 'until'> & { until: number };

/**
 * Pages as files: `pages/<path>/index.html` with `.br` and `.gz` beside it, for a web server to hand out, and `about/<path>.json` with
 * what this program knows of them. Each file appears whole or not at all; what does not fit together is no page.
 */
export class PageFiles {
  constructor(private readonly directory: string, private readonly build: string) {}

  /** Writes a page. Throws what the file system throws. */
  async write(address: string, page: KnownPage): Promise<void> {
    const file = this.fileOf(address);
    await Promise.all([
      writeWhole(file, plainBody(page)),
      writeWhole(`${file}.br`, page.brotli),
      writeWhole(`${file}.gz`, page.gzip),
    ]);
    const { status, headers, digest, dependencies: { keys, until } } = page;
    await writeWhole(this.aboutOf(address), JSON.stringify({ address, build: this.build, status, headers, digest, keys: [...keys], until: Number.isFinite(until) ? until : null }));
  }

  /** A page from its files; null where there is none, or where they are of two renderings. */
  async read(address: string): Promise<{ page: KnownPage; build: string } | null> {
    const file = this.fileOf(address);
    const [known, brotli, gzip] = await Promise.all([readAbout(this.aboutOf(address)), read(`${file}.br`), read(`${file}.gz`)]);
    if (known === null || brotli === null || gzip === null || !isWhole(brotli, gzip, known.digest)) return null;
    const { status, headers, digest, keys, until, build } = known;
    return { page: { status, headers, digest, brotli, gzip, dependencies: { keys: new Set(keys), until } }, build };
  }

  /** Takes a page away. */
  async remove(address: string): Promise<void> {
    const file = this.fileOf(address);
    await Promise.all([file, `${file}.br`, `${file}.gz`, this.aboutOf(address)].map(each => rm(each, { force: true })));
  }

  /** All pages that there are, in no order. */
  async* list(): AsyncGenerator<AboutPage> {
    const folder = join(this.directory, 'about');
    const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter(name => name.endsWith('.json'));
    for (let start = 0; start < names.length; start += AT_ONCE) {
      const found = await Promise.all(names.slice(start, start + AT_ONCE).map(name => readAbout(join(folder, name))));
      for (const page of found) if (page !== null) yield page;
    }
  }

  private fileOf(address: string): string {
    return this.within('pages', extname(address) === '' ? `${address}/index.html` : address);
  }

  private aboutOf(address: string): string {
    return this.within('about', `${address}.json`);
  }

  /** Addresses are those of `cachedAddress`, which has no way out of the folder; this says so where it would matter. */
  private within(folder: string, path: string): string {
    if (path.split(/[/\\]/).includes('..')) throw new Error(`${path} leads out of the page cache`);
    return join(this.directory, folder, path);
  }
}

/** Whether both are of the same rendering; of its plain bytes gzip has a checksum at its end, eight bytes before it. */
function isWhole(brotli: Buffer, gzip: Buffer, digest: string): boolean {
  try {
    const plain = plainBody({ brotli });
    return digestOf(plain) === digest && gzip.readUInt32LE(gzip.length - 8) === crc32(plain);
  } catch {
    return false;
  }
}

async function readAbout(file: string): Promise<AboutPage | null> {
  const text = await read(file);
  if (text === null) return null;
  try {
    const { until, ...known } = about.parse(JSON.parse(text.toString()));
    return { ...known, until: until ?? Infinity };
  } catch {
    return null;
  }
}

function read(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}
