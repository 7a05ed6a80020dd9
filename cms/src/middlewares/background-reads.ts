import type { Core } from '@strapi/strapi';

import { Turns } from '../turns';

/** A follower of the change feed waits there for nobody's sake but its own. */
const LONG_POLL = '/api/change-feed';
/** As `web/server/cms/background.ts` writes it, by RFC 9218. Browsers send some, too, for the pictures of the admin: those are waited for. */
const BACKGROUND = 'u=6';

/**
 * Lets what people wait for go first: an editor's publication, the page that somebody asked for or that was just edited. What instances of
 * the site renew on their own says so by its `Priority`, and goes one at a time in between.
 */
const backgroundReads: Core.MiddlewareFactory = () => {
  const turns = new Turns();
  return async (context, next) => {
    if (context.path === LONG_POLL) return next();
    const isBackground = context.path.startsWith('/api/') && context.get('priority') === BACKGROUND;
    return isBackground ? turns.inBetween(next) : turns.atOnce(next);
  };
};

export default backgroundReads;
