import { defineEventHandler, removeResponseHeader, setResponseHeaders } from 'h3';

import { isPreview } from '../preview/frame';

/** Keeps a preview out of caches, search engines and the logs of others. */
export default defineEventHandler((event) => {
  if (!isPreview(event.path)) return;
  setResponseHeaders(event, {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  });
  removeResponseHeader(event, 'speculation-rules');
});
