import { readFile } from 'node:fs/promises';

import { followChanges, position, type Change, type Listener, type Position } from './change-feed';
import { keptAnswers, knownLinks, readChangeFeed } from './client';
import { keysOfChange } from './surrogate-keys';

/** Who wants to know what changes in the CMS. */
interface CmsListener extends Omit<Listener, 'lost'> {
  /** Told of what changed and changed back meanwhile: it only matters to what is being made. */
  passed?(changes: Change[]): void;
}

/** The answers that are kept come first: what is made anew is made of new ones. */
const listeners: CmsListener[] = [{
  changed: (changes) => {
    for (const change of changes) forgetAnswers(change);
  },
  passed: changes => keptAnswers.overtake(changes.flatMap(change => keysOfChange(change) ?? [])),
  startOver: () => {
    knownLinks.forget();
    keptAnswers.startOver();
  },
  reached: ({ sequence }) => knownLinks.reached(sequence),
}];

/** Tells of every change from now on. */
export function onChange(listener: CmsListener): void {
  listeners.push(listener);
}

/**
 * Follows the CMS from a place of its feed until the signal says that it is time.
 *
 * @param from where it was last followed to; null where everything may be old.
 */
export function followCms(from: Position | null, signal: AbortSignal): Promise<void> {
  if (from !== null) keptAnswers.begin();
  return followChanges(readChangeFeed, from, {
    changed: (changes) => {
      const { news, passed } = knownLinks.sift(changes);
      if (passed.length > 0) listeners.forEach(listener => listener.passed?.(passed));
      if (news.length > 0) listeners.forEach(listener => listener.changed(news));
    },
    startOver: () => listeners.forEach(listener => listener.startOver()),
    reached: place => listeners.forEach(listener => listener.reached(place)),
    lost: error => console.error(`The change feed of the CMS cannot be read, what is known serves: ${error instanceof Error ? error.message : String(error)}`),
  }, signal);
}

/** The place that a file keeps; null where there is none, or none that makes sense. */
export async function readPlace(file: string): Promise<Position | null> {
  try {
    return position.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

function forgetAnswers(change: Change): void {
  const keys = keysOfChange(change);
  if (keys === null) keptAnswers.startOver();
  else if (change.action === 'gone') keptAnswers.gone(keys);
  else keptAnswers.changed(keys);
}
