import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';

import { FEED_PATH } from '../change-feed/feed';
import { headOf } from '../change-feed/log';
import { required } from '../required-env';

/** Long enough for all instances of the site to ask; a token that is taken away reads no longer than that. */
const SHARED_MS = 2000;
/** They are kept until others take their place: a long article's is 65 KB. */
const MOST_ANSWERS = 100;

/** Says of an answer that it tells of no change which stands in the log behind this number. */
const PLACE_HEADER = 'change-log-sequence';

/** What a read was answered, as soon as it is; null where it is not to be shared. */
type Answer = Promise<{ text: string; sequence: number } | null>;

/**
 * Answers what several instances of the site ask at once, as they do after each publication, by one reading of the database.
 *
 * An answer is as good as new while nothing stands in the change log that was not there when it was begun: whatever the site's token
 * reads is watched by the log. Other tokens read drafts, which are not.
 */
const sharedReads: Core.MiddlewareFactory = (_config, { strapi }) => {
  const siteAuthorization = `Bearer ${required('CMS_READ_TOKEN')}`;
  const answers = new LRUCache<string, Answer>({ max: MOST_ANSWERS, ttl: SHARED_MS });

  return async (context, next) => {
    const isRead = context.method === 'GET' && context.path.startsWith('/api/') && context.path !== FEED_PATH;
    if (!isRead || context.get('authorization') !== siteAuthorization) return next();
    const { sequence, id } = await headOf(strapi.db.connection);
    const key = `${sequence} ${id} ${context.url}`;
    const shared = await answers.get(key);
    if (shared) return answer(context, shared);

    const reading = next().then(async () => {
      const end = await headOf(strapi.db.connection);
      context.set(PLACE_HEADER, String(end.sequence));
      return context.status === 200 ? { text: JSON.stringify(context.body), sequence: end.sequence } : null;
    });
    answers.set(key, reading.catch(() => null));
    const read = await reading;
    if (read !== null) answer(context, read);
  };
};

function answer(context: { type: string; body: unknown; set(name: string, value: string): void }, { text, sequence }: { text: string; sequence: number }): void {
  context.type = 'json';
  context.set(PLACE_HEADER, String(sequence));
  context.body = text;
}

export default sharedReads;
