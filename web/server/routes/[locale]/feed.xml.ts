import { defineEventHandler, setResponseHeader } from 'h3';

import { articlesFeed } from '../../content/feed';
import { writeFeed } from '../../found/feed';
import { readLocale } from '../../request-query';
import { siteOrigin } from '../../site-origin';

export default defineEventHandler(async (event) => {
  const feed = await articlesFeed(await readLocale(event));
  setResponseHeader(event, 'content-type', 'application/atom+xml; charset=utf-8');
  return writeFeed(feed, siteOrigin(event));
});
