import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { diskFull, explainInstall, fail } from './messages.mjs';

/** What an install and both builds take, measured and rounded up. */
const NEEDED_BYTES = 3e9;

/**
 * Installs the packages with the pinned pnpm when `node_modules` does not match the lockfile.
 * Ends the process with a sentence when that cannot be done.
 *
 * @param {string} root the project's folder
 */
export async function ensureInstalled(root) {
  const stamp = path.join(root, 'node_modules/.polyclinic-install');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < NEEDED_BYTES) fail(diskFull(root, bavail * bsize, NEEDED_BYTES));

  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  process.stdout.write('Installing packages (once; about half a minute) … ');
  const started = Date.now();
  const { code, output } = await run(root, ['--yes', '--prefer-offline', packageManager, 'install', '--frozen-lockfile']);
  if (code !== 0) {
    process.stdout.write('failed\n');
    fail(explainInstall(output) ?? `${output.trim().split('\n').slice(-20).join('\n')}\n\nThe packages could not be installed; the reason stands above.`);
  }
  writeFileSync(stamp, wanted);
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Changes with the lockfile and with every file that pnpm reads beside it. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'cms/package.json', 'web/package.json', 'shared-types/package.json']) {
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Runs npx with the caller's own PATH: another Node's prefix would miss the machine's npm settings. */
function run(cwd, args) {
  return new Promise((resolve) => {
    const child = spawn('npx', args, { cwd, env: { ...process.env, CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
    child.on('error', error => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
