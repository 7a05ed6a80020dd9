import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2000;

/** A place in the log of changes: a number, and an id that tells this log from an older copy of it. */
export const position = z.object({ sequence: z.number(), id: z.string() });

const change = z.object({
  type: z.string(),
  documentId: z.string().nullable(),
  locale: z.string().nullable(),
  slug: z.string().nullable(),
  action: z.enum(['changed', 'gone', 'linked', 'relinked']),
  /** Of a `linked` document: the type of what leads to it. Of a `relinked` one: which of its links. */
  by: z.string().nullable().default(null),
  /** Where these links lead now, as a digest; null where that is not known. */
  leadsTo: z.string().nullable().default(null),
});

/** What the CMS tells a follower; `startOver` where it does not know the follower's place. */
export const feed = z.object({ changes: z.array(change), head: position, startOver: z.boolean() });

export type Change = z.infer<typeof change>;
export type Position = z.infer<typeof position>;
export type Feed = z.infer<typeof feed>;

/** What becomes of the news. */
export interface Listener {
  /** Told in the order of the commits. */
  changed(changes: Change[]): void;
  /** All that is known may be old. */
  startOver(): void;
  /** Told where the feed has been read to, after all that came before. */
  reached(place: Position): void;
  /** Told once of each time in which the feed cannot be read. */
  lost(error: unknown): void;
}

/**
 * Follows the change feed of the CMS until it is told to stop. While the feed cannot be read it tries again, and then goes on where it was.
 *
 * @param ask asks for what came after a position, or without one for the end of the feed; waits until there is something.
 * @param from where to begin; without a place everything may be old, and the end of the feed is the beginning.
 */
export async function followChanges(
  ask: (after: Position | null, signal: AbortSignal) => Promise<Feed>, from: Position | null, listener: Listener, signal: AbortSignal,
): Promise<void> {
  let place = from;
  let pause = 0;
  while (!signal.aborted) {
    try {
      const { changes, head, startOver }: Feed = await ask(place, signal);
      if (place === null || startOver) listener.startOver();
      if (changes.length > 0) listener.changed(changes);
      place = head;
      listener.reached(place);
      pause = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (pause === 0) listener.lost(error);
      pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pause * 2));
      // Not all instances at once.
      await delay(pause * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  }
}
