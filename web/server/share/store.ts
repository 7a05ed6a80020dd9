import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { createError } from 'h3';

import { keepFile } from '../media/keep-file';
import type { AskedPicture } from './address';
import type { Draw } from './draw';

/** Drawings that may wait for their turn. */
const MAX_WAITING = 100;

const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

const underWay = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * A share picture from the store; who asks first has it drawn. One is drawn at a time, so that pages
 * are still rendered beside it.
 *
 * @throws 503 where too many drawings wait.
 */
export async function readSharePicture({ card, name }: AskedPicture, directory: string, draw: Draw): Promise<Buffer> {
  const stored = await readFile(join(directory, name)).catch(() => null);
  if (stored !== null) return stored;
  const running = underWay.get(name);
  if (running !== undefined) return running;
  if (underWay.size >= MAX_WAITING) throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', message: 'Too many share pictures wait to be drawn' });
  const drawn = last.then(async () => {
    const body = await draw(card);
    await keepFile(directory, name, body);
    return body;
  }).finally(() => underWay.delete(name));
  underWay.set(name, drawn);
  last = drawn.catch(() => undefined);
  return drawn;
}

/** Takes away what was drawn long ago: the words or the design may have changed, and if not, it is drawn anew when asked for. */
export async function forgetOldPictures(directory: string, now: number): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const file = join(directory, name);
    const drawnAt = await stat(file).then(({ mtimeMs }) => mtimeMs, () => now);
    if (now - drawnAt > KEPT_DAYS * DAY_MS) await rm(file, { force: true });
  }
}
