import { isError, setResponseHeaders } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';

import { errorLine } from '../error-line';

const RETRY_AFTER_SECONDS = 60;

/** Every failure of ours is logged, here alone; an outage is said to be one, so that robots and caches come back and keep nothing. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('error', (error, { event }) => {
    if (event === undefined) return;
    const status = isError(error) ? error.statusCode : 500;
    if (status >= 500) console.error(errorLine(error, status, event.method, event.node.req.originalUrl ?? '/'));
    if (status === 503) setResponseHeaders(event, { 'retry-after': RETRY_AFTER_SECONDS, 'cache-control': 'no-store' });
    if (isError(error) && (error.unhandled === true || error.fatal)) {
      // Nitro would log it once more, with the query; the words of a fault stay out of the answer.
      Object.assign(error, { unhandled: false, fatal: false, message: 'Server Error', data: undefined });
    }
  });
});
