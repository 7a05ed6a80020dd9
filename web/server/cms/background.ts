import { AsyncLocalStorage } from 'node:async_hooks';

/** By RFC 9218, of 0 (most urgent) to 7, where 3 goes without saying. */
const BACKGROUND_URGENCY = 6;

const background = new AsyncLocalStorage<true>();

/** Does some work that nobody waits for: the CMS lets all else go first. */
export function inBackground<Result>(work: () => Promise<Result>): Promise<Result> {
  return background.run(true, work);
}

/** The headers by which the CMS knows how urgent a question is. */
export function priorityHeaders(): Record<string, string> {
  return background.getStore() === true ? { priority: `u=${BACKGROUND_URGENCY}` } : {};
}
