import { setTimeout as delay } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

/** Of a server, whose launcher loses patience soon after; and of a command, which may just have written a lot. */
const limitMs = { serving: 3000, command: 60_000 };

/**
 * Waits until the database has nothing to do. After a commit Strapi reads each changed document once more, for whoever listens to
 * events, and awaits none of it: a connection that is closed under such a read ends the process with an unhandled error.
 */
export async function untilQuiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  const limit = Date.now() + (strapi.server.httpServer.listening ? limitMs.serving : limitMs.command);
  // Between two queries of one read the pool rests for a moment.
  for (let quiet = 0; quiet < 3 && Date.now() < limit; await delay(10)) {
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}
