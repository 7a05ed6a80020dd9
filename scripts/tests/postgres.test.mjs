import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { startPostgres } from '../lib/postgres.mjs';
import { isPortFree } from '../lib/processes.mjs';

const isGone = async (port) => {
  for (const limit = Date.now() + 10_000; Date.now() < limit; await new Promise(resolve => setTimeout(resolve, 100))) {
    if (await isPortFree(port)) return true;
  }
  return false;
};

describe('the PostgreSQL of the tests', () => {
  test('makes databases and copies, and is gone when it is stopped', async () => {
    const { settings, createDatabase, dropDatabase, stop } = await startPostgres();
    await createDatabase('template');
    await createDatabase('copy', 'template');
    await expect(createDatabase('copy')).rejects.toThrow('already exists');
    await dropDatabase('copy');
    await createDatabase('copy');
    await stop();
    expect(await isGone(Number(settings.DATABASE_PORT))).toBe(true);
  });

  test('is gone when the process that started it is killed', async () => {
    const parent = fork(path.join(import.meta.dirname, 'support/start-postgres.mjs'));
    const [{ port, folder }] = await once(parent, 'message');
    expect(await isPortFree(port)).toBe(false);
    expect(existsSync(folder)).toBe(true);
    parent.kill('SIGKILL');
    expect(await isGone(port)).toBe(true);
    await expect.poll(() => existsSync(folder)).toBe(false);
  });
});
