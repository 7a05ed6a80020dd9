import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

import { freePort } from '../../lib/processes.mjs';

/**
 * Runs `npm start` in a checkout, on free ports, and waits until it prints the login.
 *
 * @param {string} root folder of the checkout
 * @param {Record<string, string>} env settings beside the ports
 */
export async function runSystem(root, env) {
  const ports = { CMS_PORT: String(await freePort()), WEB_PORT: String(await freePort()) };
  const child = spawn('npm', ['start'], { cwd: root, env: { ...process.env, ...env, ...ports }, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
  const ended = new Promise(resolve => child.on('close', resolve));
  const ready = new Promise((resolve, reject) => {
    child.stdout.on('data', () => output.includes('Ctrl-C ends everything') && resolve());
    ended.then(() => reject(new Error(`npm start in ${path.basename(root)} ended early:\n${output}`)));
  });
  await ready;
  return {
    site: `http://127.0.0.1:${ports.WEB_PORT}`,
    cms: `http://127.0.0.1:${ports.CMS_PORT}`,
    /** All that it has printed so far. */
    get output() {
      return output;
    },
    /** Sends the signal to npm alone, or to its whole group as a terminal does. */
    signal: (name, { group = false } = {}) => process.kill(group ? -child.pid : child.pid, name),
  };
}

/** Waits until nothing answers at the addresses any more; false after ten seconds. */
export async function isSilent(...urls) {
  for (const limit = Date.now() + 10_000; Date.now() < limit;) {
    const answers = await Promise.all(urls.map(url => fetch(url).then(() => true, () => false)));
    if (!answers.includes(true)) return true;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return false;
}
