import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';

import { isCmsReady } from '../../cms/client';

/** Pages can be served: the CMS can. That the settings are there was seen to at the start. Never logged, as it is no error of a request. */
export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'cache-control', 'no-store');
  if (await isCmsReady()) return { status: 'ok' };
  setResponseStatus(event, 503);
  return { status: 'the CMS cannot serve' };
});
