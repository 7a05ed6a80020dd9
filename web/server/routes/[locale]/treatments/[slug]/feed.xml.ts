import { defineEventHandler, sendRedirect, setResponseHeader } from 'h3';

import { treatmentFeed } from '../../../../content/feed';
import { writeFeed } from '../../../../found/feed';
import { readLocale, readSlug } from '../../../../request-query';
import { siteOrigin } from '../../../../site-origin';

export default defineEventHandler(async (event) => {
  const feed = await treatmentFeed(await readSlug(event), await readLocale(event));
  if ('movedTo' in feed) {
    setResponseHeader(event, 'cache-control', 'no-cache');
    return sendRedirect(event, feed.movedTo, 301);
  }
  setResponseHeader(event, 'content-type', 'application/atom+xml; charset=utf-8');
  return writeFeed(feed, siteOrigin(event));
});
