import { defineEventHandler, setResponseHeader } from 'h3';

/** The process answers. */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'cache-control', 'no-store');
  return { status: 'ok' };
});
