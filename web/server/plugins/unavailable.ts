import { setResponseHeaders } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';

const SECONDS = 30;

/** An outage is said to be one: robots and caches come back, and nothing keeps the page that said so. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('error', (error, { event }) => {
    const unavailable = 'statusCode' in error && error.statusCode === 503;
    if (event !== undefined && unavailable) setResponseHeaders(event, { 'retry-after': SECONDS, 'cache-control': 'no-store' });
  });
});
