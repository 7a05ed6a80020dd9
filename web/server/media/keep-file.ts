import { join } from 'node:path';

import { writeWhole } from '../write-whole';

/** Puts a file into a store. One that cannot be kept is logged and nothing else: who asked for it gets it all the same. */
export async function keepFile(directory: string, name: string, body: Buffer): Promise<void> {
  await writeWhole(join(directory, name), body).catch(cause => console.error(`The picture ${name} could not be kept`, cause));
}
