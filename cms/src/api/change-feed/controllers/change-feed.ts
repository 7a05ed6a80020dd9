import type { Core } from '@strapi/strapi';

import { readFeed } from '../../../change-feed/feed';

export default ({ strapi }: { strapi: Core.Strapi }): Core.Controller => ({
  async read(context) {
    const goneAway = new AbortController();
    context.req.once('close', () => goneAway.abort());
    context.set('cache-control', 'no-store');
    context.body = await readFeed(strapi, context.query, goneAway.signal);
  },
});
