import { defineEventHandler, getResponseHeader, removeResponseHeader, setResponseHeaders } from 'h3';

import { inFrameOf, isPreview } from '../preview/frame';
import { adminUrl } from '../settings';

/** Keeps a preview out of caches, search engines and the logs of others, and in no frame but the admin's. */
export default defineEventHandler((event) => {
  if (!isPreview(event.path)) return;
  const policy = getResponseHeader(event, 'content-security-policy');
  setResponseHeaders(event, {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    ...(typeof policy === 'string' ? { 'content-security-policy': inFrameOf(new URL(adminUrl()).origin, policy) } : {}),
  });
  removeResponseHeader(event, 'speculation-rules');
});
