import process from 'node:process';

/**
 * Names a step while it runs, and its time when it is done.
 *
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result> | Result} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`  ${title} … `);
  const result = await work();
  process.stdout.write(`${result === false ? 'nothing to do, ' : ''}${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}
