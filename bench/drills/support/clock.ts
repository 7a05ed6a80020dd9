import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again; whether the answer was yes before the time was over. */
export async function waitUntil(isSo: () => Promise<boolean> | boolean, limitMs: number, everyMs = 5): Promise<boolean> {
  for (const until = performance.now() + limitMs; ; await delay(everyMs)) {
    if (await isSo()) return true;
    if (performance.now() > until) return false;
  }
}

/** The smallest of the values that a share of them does not exceed. */
export function percentile(values: number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}
