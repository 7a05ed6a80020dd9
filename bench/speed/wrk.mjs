import { execFile, execFileSync } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

import { inRoot } from '../../scripts/lib/paths.mjs';
import { processorSeconds } from './processor-time.mjs';

export const howToInstallWrk = 'wrk or taskset is not installed. On Debian and Ubuntu: apt-get install wrk util-linux';

/** Whether this machine can measure. */
export const hasWrk = ['wrk', 'taskset'].every(program => isOnPath(program));

/** @returns {string} as in `4.1.0` */
export function wrkVersion() {
  // wrk prints its version with its usage, and calls that a failure.
  return execFileSync('sh', ['-c', 'wrk -v 2>&1 || true'], { encoding: 'utf8' }).match(/wrk (?:\w+\/)?([\w.]+)/)?.[1] ?? 'unknown';
}

/**
 * Asks for one address over and over.
 *
 * @param {{ url: string, pid: number, seconds: number, connections: number, core: number, paceMs?: number }} load `pid`: the
 *   server's; `paceMs`: the mean time between an answer and the next request of a connection, without it the next comes at once
 * @returns {Promise<{ rate: number, perProcessorSecond: number, p50: number, p90: number, p99: number }>} requests a second, those
 *   a second of processor that the server had, which others at work on the machine change little; and milliseconds
 * @throws Error when any answer failed: what a server refuses is quick
 */
export async function measure({ url, pid, seconds, connections, core, paceMs = 0 }) {
  const args = ['-c', String(core), 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '-H', 'Accept-Encoding: br', '-s', inRoot('bench/speed/pace.lua'), url];
  const used = processorSeconds(pid);
  const { stdout } = await promisify(execFile)('taskset', args, { env: { ...process.env, PACE_MS: String(paceMs) } });
  const result = readResult(stdout);
  if (result.failures > 0) throw new Error(`${result.failures} of ${result.requests} answers of ${url} failed.`);
  const perProcessorSecond = result.requests / (processorSeconds(pid) - used);
  return { rate: result.requests / (result.microseconds / 1e6), perProcessorSecond, p50: result.p50 / 1000, p90: result.p90 / 1000, p99: result.p99 / 1000 };
}

/** What the script for wrk said at its end. */
function readResult(output) {
  const line = output.split('\n').find(text => text.startsWith('RESULT '));
  if (line === undefined) throw new Error(`wrk said nothing of its result:\n${output}`);
  return JSON.parse(line.slice('RESULT '.length));
}

function isOnPath(program) {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program]);
    return true;
  } catch {
    return false;
  }
}
