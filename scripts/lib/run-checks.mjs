import process from 'node:process';

import { startNode } from './processes.mjs';

/**
 * Runs the checks one after the other, with their output on the terminal.
 *
 * @param {{ name: string, cwd: string, args: string[] }[]} checks
 * @returns {Promise<{ passed: number, failed: string[] }>} the names of those that failed
 */
export async function runAll(checks) {
  const failed = [];
  for (const { name, cwd, args } of checks) {
    const started = performance.now();
    const { ended } = startNode(name, args, { cwd, env: process.env, show: true });
    const code = await ended;
    if (code !== 0) failed.push(name);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return { passed: checks.length - failed.length, failed };
}

/** Runs the checks and ends the process with 1 when one failed. */
export async function runChecks(checks) {
  const { failed } = await runAll(checks);
  process.exit(failed.length === 0 ? 0 : 1);
}
