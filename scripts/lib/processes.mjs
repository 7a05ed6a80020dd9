import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { explain, fail } from './messages.mjs';
import { inRoot } from './paths.mjs';

const leash = new URL('./leash-preload.mjs', import.meta.url).href;
const running = new Set();

/**
 * Starts a Node program that ends with this process. Its output goes to `.data/logs/<name>.log`,
 * or to the terminal with `show`.
 *
 * @param {string} name
 * @param {string[]} args script and its arguments
 * @param {{ cwd: string, env: Record<string, string>, show?: boolean }} options
 */
export function startNode(name, args, { cwd, env, show = false }) {
  mkdirSync(inRoot('.data/logs'), { recursive: true });
  const log = inRoot('.data/logs', `${name}.log`);
  const child = spawn(process.execPath, ['--import', leash, ...args], { cwd, env, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
  if (!show) {
    const stream = createWriteStream(log);
    child.stdout.pipe(stream);
    child.stderr.pipe(stream);
  }
  running.add(child);
  const ended = new Promise(resolve => child.on('close', (code, signal) => {
    running.delete(child);
    resolve(code ?? (signal ? 143 : 1));
  }));
  return { child, ended, log, name };
}

/** Runs a Node program to its end; ends this process with a sentence when it fails. */
export async function runNode(name, args, options) {
  const { ended, log } = startNode(name, args, options);
  const code = await ended;
  if (code !== 0) failWithLog(name, log, options.show);
}

function failWithLog(name, log, shown) {
  const output = shown ? '' : readFileSync(log, 'utf8');
  process.stderr.write(`${output.trim().split('\n').slice(-25).join('\n')}\n`);
  fail(explain(output) ?? `The step "${name}" failed; the reason stands above${shown ? '' : `, the whole output in ${log}`}.`);
}

/**
 * Waits until the address answers with one of the statuses; fails when the server ends first or takes over two minutes.
 *
 * @param {ReturnType<typeof startNode>} server
 * @param {string} url
 */
export async function untilAnswering(server, url) {
  let gone = false;
  server.ended.then(() => gone = true);
  for (const limit = Date.now() + 120_000; Date.now() < limit && !gone; await sleep(100)) {
    const status = await fetch(url, { redirect: 'manual' }).then(response => response.status, () => 0);
    if (status >= 200 && status < 400) return;
  }
  failWithLog(server.name, server.log, false);
}

/** Ends all programs that were started here, the last started first, and waits for them. */
export async function stopAll() {
  const children = [...running].reverse();
  for (const child of children) child.kill('SIGTERM');
  const limit = Date.now() + 8000;
  while (running.size > 0 && Date.now() < limit) await sleep(50);
  for (const child of running) child.kill('SIGKILL');
}

/** @returns {Promise<boolean>} whether nobody listens on the port */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} a port of this machine that nobody uses now */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
