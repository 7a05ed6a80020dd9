import type { Core } from '@strapi/strapi';

import { readFeed } from '../../../change-feed/feed';

export default ({ strapi }: { strapi: Core.Strapi }): Core.Controller => ({
  async read(context) {
    const goneAway = new AbortController();
    // The answer's end, not the question's: a question may be closed as soon as it is read.
    context.res.once('close', () => goneAway.abort());
    context.set('cache-control', 'no-store');
    context.body = await readFeed(strapi, context.query, goneAway.signal);
  },
});
