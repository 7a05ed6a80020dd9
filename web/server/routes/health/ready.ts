import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';

import { isCmsReady } from '../../cms/client';
import { hasPages } from '../../page-cache/site-pages';

/** Pages can be served: there are some, or the CMS can. That the settings are there was seen to at the start. Never logged, as it is no error of a request. */
export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'cache-control', 'no-store');
  if (hasPages() || await isCmsReady()) return { status: 'ok' };
  setResponseStatus(event, 503);
  return { status: 'the CMS cannot serve' };
});
