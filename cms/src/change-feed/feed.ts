import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

import { HeadWatch } from './head-watch';
import { digestOfLinks } from './leads';
import { changesAfter, headOf, type Change, type Position } from './log';
import { watchedTables, type LinkTable } from './watched';

/** Where followers ask; those who wait there wait for nobody's sake but their own. */
export const FEED_PATH = '/api/change-feed';

const WAIT_MS = 25_000;
const AT_ONCE = 1000;

/** What a follower is told. */
export interface Feed {
  changes: Told[];
  /** Where to go on from. */
  head: Position;
  /** Whether the follower's position is none of this log: all that it knows may be old. */
  startOver: boolean;
}

/** A change; one that is `relinked` tells by a digest where it leads now, or null where that is not known. */
export type Told = Change & { leadsTo: string | null };

const query = z.union([
  z.object({ after: z.string().regex(/^\d{1,15}$/).transform(Number), id: z.string().min(1).max(64) }),
  z.object({ after: z.undefined().optional(), id: z.undefined().optional() }),
]);

const watches = new WeakMap<Core.Strapi, HeadWatch>();
const linkTables = new WeakMap<Core.Strapi, LinkTable[]>();

/**
 * Answers a follower: at once where there is something new, else as soon as there is, or with nothing after 25 s.
 *
 * @param asked `after` and `id` of the last change that the follower saw; without them it learns where the log ends.
 * @param goneAway fires when nobody waits for the answer any more.
 * @throws ValidationError where the parameters make no position.
 */
export async function readFeed(strapi: Core.Strapi, asked: unknown, goneAway: AbortSignal): Promise<Feed> {
  const { success, data } = query.safeParse(asked);
  if (!success) throw new errors.ValidationError('Give "after" (a number) and "id" of the last change that you saw, or neither to learn where the log ends.');
  const { connection } = strapi.db;
  if (data.after === undefined) return { changes: [], head: await headOf(connection), startOver: false };

  const position = { sequence: data.after, id: data.id };
  let changes = await tellAfter(strapi, position);
  if (changes?.length === 0) {
    await watchOf(strapi).differsFrom(position.sequence, WAIT_MS, goneAway);
    changes = await tellAfter(strapi, position);
  }
  if (changes === null) return { changes: [], head: await headOf(connection), startOver: true };
  const last = changes.at(-1);
  return { changes, head: last ? { sequence: last.sequence, id: last.id } : position, startOver: false };
}

/** Lets go everybody who waits for changes, before the CMS ends. */
export function endFeed(strapi: Core.Strapi): void {
  watchOf(strapi).stop();
}

/** What changed after a position, and where links lead as of the last of these changes: both are read from one state of the database. */
function tellAfter(strapi: Core.Strapi, position: Position): Promise<Told[] | null> {
  const { connection, dialect } = strapi.db;
  // A transaction of SQLite sees one state anyway.
  const options = dialect.client === 'postgres' ? { isolationLevel: 'repeatable read' as const, readOnly: true } : {};
  return connection.transaction(async (state) => {
    const changes = await changesAfter(state, position, AT_ONCE);
    if (changes === null) return null;
    const isToItsEnd = (await headOf(state)).sequence === (changes.at(-1) ?? position).sequence;
    const told: Told[] = [];
    for (const change of changes) {
      const isKnown = change.action === 'relinked' && isToItsEnd;
      told.push({ ...change, leadsTo: isKnown ? await digestOfLinks(state, change, linksOf(strapi)) : null });
    }
    return told;
  }, options);
}

function linksOf(strapi: Core.Strapi): LinkTable[] {
  const links = linkTables.get(strapi) ?? watchedTables(strapi).links;
  linkTables.set(strapi, links);
  return links;
}

function watchOf(strapi: Core.Strapi): HeadWatch {
  const watch = watches.get(strapi) ?? new HeadWatch(async () => (await headOf(strapi.db.connection)).sequence);
  watches.set(strapi, watch);
  return watch;
}
