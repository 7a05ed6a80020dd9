import { defineEventHandler, sendRedirect } from 'h3';

import { withoutTrailingSlash } from '../../shared/trailing-slash';

/** A page has one address: the one without a slash at its end. */
export default defineEventHandler((event) => {
  if (event.method !== 'GET' && event.method !== 'HEAD') return;
  const address = withoutTrailingSlash(event.path);
  if (address !== null) return sendRedirect(event, address, 301);
});
