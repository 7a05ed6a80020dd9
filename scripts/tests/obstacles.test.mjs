import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { describe, expect, test } from 'vitest';

import { explain } from '../lib/messages.mjs';
import { inRoot } from '../lib/paths.mjs';

const command = inRoot('scripts/polyclinic.mjs');

function run(args, { env = {}, cwd = inRoot() } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
    child.on('close', code => resolve({ code, output }));
  });
}

describe('what stands in the way is said in a sentence', () => {
  test('a port in use', async () => {
    const other = createServer();
    await new Promise(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address();

    const { code, output } = await run([command, 'start'], { env: { WEB_PORT: String(port) } });
    other.close();

    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is in use by another program. Stop it, or choose another port: WEB_PORT=${port + 1} npm start`);
  });

  test('a Node that is too old', async () => {
    const pretend = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.0"}})';
    const { code, output } = await run(['--import', pretend, command, 'start']);

    expect(code).toBe(1);
    expect(output).toContain('Node 18.20.0 is too old: Polyclinic needs Node 20 or newer.');
  });

  test('a closed network', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-'));
    for (const name of ['cms', 'web', 'shared-types']) mkdirSync(path.join(folder, name));
    for (const name of ['', 'cms', 'web', 'shared-types']) writeFileSync(path.join(folder, name, 'package.json'), '{ "packageManager": "pnpm@0.0.1-absent" }');
    for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) writeFileSync(path.join(folder, name), '');
    const script = `import { ensureInstalled } from ${JSON.stringify(pathToFileURL(inRoot('scripts/lib/install.mjs')))}; await ensureInstalled(process.cwd());`;

    const { code, output } = await run(['--input-type=module', '--eval', script], {
      cwd: folder,
      env: { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0', npm_config_cache: path.join(folder, 'cache') },
    });
    rmSync(folder, { recursive: true });

    expect(code).toBe(1);
    expect(output).toContain('The package registry cannot be reached.');
  });

  test('a full disk', () => {
    expect(explain('Error: ENOSPC: no space left on device, write')).toContain('The disk is full. Make room and run the command again');
    expect(explain('SqliteError: database or disk is full')).toContain('The disk is full.');
  });

  test('an unknown command', async () => {
    const { code, output } = await run([command, 'fly']);
    expect(code).toBe(1);
    expect(output).toContain('There is no command "fly".');
  });
});
