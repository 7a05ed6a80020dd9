import type { Core } from '@strapi/strapi';

import { FEED_PATH } from '../change-feed/feed';
import { Turns } from '../turns';

/** As `web/server/cms/background.ts` writes it, by RFC 9218. Browsers send some, too, for the pictures of the admin: those are waited for. */
const BACKGROUND = 'u=6';

/**
 * Lets what people wait for go first: an editor's publication, the page that somebody asked for or that was just edited. What instances of
 * the site renew on their own says so by its `Priority`, and goes one at a time in between.
 */
const backgroundReads: Core.MiddlewareFactory = () => {
  const turns = new Turns();
  return async (context, next) => {
    if (context.path === FEED_PATH) return next();
    const isBackground = context.path.startsWith('/api/') && context.get('priority') === BACKGROUND;
    return isBackground ? turns.inBetween(next) : turns.atOnce(next);
  };
};

export default backgroundReads;
