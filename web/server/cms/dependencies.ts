import { AsyncLocalStorage } from 'node:async_hooks';

import { CmsUnavailable } from './errors';

/** What something that was made rests on, gathered while it is made. */
export interface Dependencies {
  /** Surrogate keys: see `keysOfAnswer`. */
  keys: Set<string>;
  /** What the CMS answered, as digests by address. */
  answers: Map<string, string>;
  /** Whether one of them was already old, for want of a newer one. */
  isStale: boolean;
  /** Until when it is true even if nothing changes, in milliseconds since 1970. */
  until: number;
}

/*
 * A page asks the site's own routes within the process. What belongs to an event does not survive that; the asynchronous context does.
 */
const gathering = new AsyncLocalStorage<Dependencies>();

/** Does some work, and says what the result rests on. */
export async function gather<Result>(work: () => Promise<Result>): Promise<{ result: Result; dependencies: Dependencies }> {
  const dependencies: Dependencies = { keys: new Set(), answers: new Map(), isStale: false, until: Infinity };
  const result = await gathering.run(dependencies, work);
  return { result, dependencies };
}

/** Says that what is being made rests on something. */
export function restsOn(keys: Iterable<string>): void {
  const dependencies = gathering.getStore();
  if (dependencies === undefined) return;
  for (const key of keys) dependencies.keys.add(key);
}

/** Says that what is being made is made of an answer. */
export function madeOf({ address, digest, keys, isStale }: { address: string; digest: string; keys: Set<string>; isStale: boolean }): void {
  const dependencies = gathering.getStore();
  if (dependencies === undefined) return;
  dependencies.answers.set(address, digest);
  dependencies.isStale ||= isStale;
  restsOn(keys);
}

/** Says that what is being made is true until a moment, in milliseconds since 1970. */
export function holdsUntil(moment: number): void {
  const dependencies = gathering.getStore();
  if (dependencies !== undefined) dependencies.until = Math.min(dependencies.until, moment);
}

/**
 * Does some work with what the CMS says now, and not with what it said before an outage.
 *
 * @throws CmsUnavailable where a newer answer could not be had, and what the work throws.
 */
export async function freshly<Result>(work: () => Promise<Result>): Promise<Result> {
  const { result, dependencies: { isStale } } = await gather(work);
  if (isStale) throw new CmsUnavailable('what it said before has changed');
  return result;
}
