import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Rendering ahead pauses while the CMS is slow to answer. */
const QUIET_SECONDS = 10;

/** Seconds of a processor that a process and its children have used, the system's work for them with it. */
export function processorSeconds(pid) {
  // "pid (name) state …": the name may hold anything; of what follows, the 12th and 13th are the times.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + processorSeconds(child), own);
}

function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
}

/**
 * Waits until a process has nothing to do of its own: a site renders pages ahead after it has started.
 *
 * @returns {Promise<boolean>} whether it came to that within the time
 */
export async function untilQuiet(pid, seconds) {
  let quiet = 0;
  for (let waited = 0; waited < seconds && quiet < QUIET_SECONDS; waited++) {
    const used = processorSeconds(pid);
    await sleep(1000);
    quiet = processorSeconds(pid) - used < 0.03 ? quiet + 1 : 0;
  }
  return quiet === QUIET_SECONDS;
}
