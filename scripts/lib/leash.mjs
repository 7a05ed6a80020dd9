// npm signals a shell that does not pass signals on, and a killed parent sends none at all:
// every launcher and every server watches for its parent instead.
import process from 'node:process';

/**
 * Calls `end` once the process that started this one is gone.
 *
 * @param {() => void} end
 */
export function endWithParent(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
