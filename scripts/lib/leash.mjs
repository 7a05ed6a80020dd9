// npm signals a shell that does not pass signals on, and a killed parent sends none at all:
// every launcher and every server watches for its parent instead.
import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Calls `end` once the process that started this one is gone, or the npm behind it.
 *
 * @param {() => void} end
 */
export function endWithParent(end) {
  const parents = currentParents();
  const watch = setInterval(() => {
    if (currentParents().join() === parents.join()) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

/** This process's parent; under npm also the shell's own, since a shell outlives a killed npm. Linux alone tells that. */
function currentParents() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return [parent];
  try {
    // "pid (name) state ppid …": the name may hold anything, a parenthesis too.
    const [, grandparent] = /^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    return [parent, grandparent];
  } catch {
    return [parent, 'gone'];
  }
}
