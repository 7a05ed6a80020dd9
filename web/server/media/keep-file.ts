import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts a file into a store. A reader never meets half of it: it appears under its name when it is whole.
 *
 * A file that cannot be kept is logged and nothing else: who asked for it gets it all the same.
 */
export async function keepFile(directory: string, name: string, body: Buffer): Promise<void> {
  const unfinished = join(directory, `.${randomUUID()}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(unfinished, body);
    await rename(unfinished, join(directory, name));
  } catch (cause) {
    await rm(unfinished, { force: true });
    console.error(`The picture ${name} could not be kept`, cause);
  }
}
