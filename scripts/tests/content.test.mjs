import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/processes.mjs';

describe('content:export and content:import', { timeout: 300_000 }, () => {
  let folder, env;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-content-'));
    env = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'content.db'), CMS_PUBLIC_DIR: path.join(folder, 'public'), CMS_PORT: String(await freePort()), INIT_CWD: folder };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args) => new Promise((resolve) => {
    const child = spawn(process.execPath, [inRoot('scripts/polyclinic.mjs'), ...args], { cwd: inRoot(), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
    child.on('close', code => resolve({ code, output }));
  });

  test('write an archive for its owner alone, and read it', async () => {
    const archive = path.join(folder, 'content.tar.gz');
    const written = await run('content:export', 'content');
    expect(written).toMatchObject({ code: 0, output: expect.stringMatching(/Exported \d+ entries, \d+ relations and \d+ files\./) });
    expect(written.output).toContain(archive);
    expect(statSync(archive).mode & 0o077).toBe(0);

    expect(await run('content:import', 'content.tar.gz', '--yes')).toMatchObject({ code: 0, output: expect.stringMatching(/Imported \d+ entries/) });
    expect(existsSync(path.join(folder, 'public/uploads-before-import'))).toBe(false);
  });

  test('say what is in the way', async () => {
    const present = path.join(folder, 'present.tar.gz');
    writeFileSync(present, 'Not an archive.');
    expect(await run('content:export', 'present')).toMatchObject({ code: 1, output: expect.stringContaining(`There is ${present} already.`) });
    expect(await run('content:import', 'absent')).toMatchObject({ code: 1, output: expect.stringContaining(`There is no ${path.join(folder, 'absent.tar.gz')}.`) });
    expect(await run('content:import', 'present')).toMatchObject({ code: 1, output: expect.stringContaining('say so with --yes') });
    expect(await run('content:import', 'present', '--yes')).toMatchObject({ code: 1, output: expect.stringContaining('not an archive of content') });

    const cms = createServer((_, response) => response.writeHead(204).end()).listen(Number(env.CMS_PORT), '127.0.0.1');
    expect(await run('content:import', 'present', '--yes')).toMatchObject({ code: 1, output: expect.stringContaining(`The CMS runs at http://127.0.0.1:${env.CMS_PORT}.`) });
    cms.close();
  });
});
