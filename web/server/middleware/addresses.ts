import { createError, defineEventHandler, sendRedirect, setResponseHeader, setResponseHeaders, setResponseStatus } from 'h3';

import { properAddress } from '../../shared/page-address';
import { readPath } from '../../shared/paths';
import { notFound } from '../content/parts/errors';
import { currentAddresses, slugKey } from '../content/parts/locate';
import { hasValidHost } from '../valid-host';

/** Settles what needs no page: a request that is none, a method that no address takes, a second address of a page. */
export default defineEventHandler(async (event) => {
  if (!hasValidHost(event.node.req.headers)) {
    // Answered here: the page of an error is itself asked for by this host.
    setResponseStatus(event, 400);
    return 'Bad Request';
  }
  if (event.method !== 'GET' && event.method !== 'HEAD') {
    // Not the year of an asset.
    setResponseHeaders(event, { 'allow': 'GET, HEAD', 'cache-control': 'no-store' });
    throw createError({ statusCode: 405, statusMessage: 'Method Not Allowed' });
  }
  // Not `event.path`, which is decoded: a header holds neither "а" nor a line break.
  const address = properAddress(event.node.req.originalUrl ?? '/');
  if (address !== null) {
    // What has moved may move back: a browser keeps no redirect for good.
    setResponseHeader(event, 'cache-control', 'no-cache');
    return sendRedirect(event, await lastAddress(address), 301);
  }
  // Nor may a page hand it on: "articles/%3Fx" would ask the data layer for all articles.
  if (/^[^?]*%/.test(event.node.req.originalUrl ?? '')) throw notFound('address with such letters');
});

/** Where a document has moved to, so that an old slug with a slash at its end leads there in one step; an outage is the page's own to tell. */
async function lastAddress(address: string): Promise<string> {
  const path = readPath(address);
  if (path?.kind !== 'document' || path.locale === null) return address;
  const addresses = await currentAddresses(path.type, [path], path.locale).catch(() => null);
  const present = addresses?.get(slugKey(path));
  return present === undefined ? address : present + path.suffix;
}
