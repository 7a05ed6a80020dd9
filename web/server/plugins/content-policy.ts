import { defineNitroPlugin } from 'nitropack/runtime';

import { contentPolicy } from '../content-policy';
import { hasScript } from '../scripted-pages';

/** A page that has scripts says which: the policy of the route knows only pages without. */
export default defineNitroPlugin((nitro) => {
  // In development, hot reload brings scripts of its own.
  if (import.meta.dev) return;
  nitro.hooks.hook('render:response', (response, { event }) => {
    delete response.headers?.['x-powered-by'];
    if (typeof response.body !== 'string' || !hasScript(event.path)) return;
    response.headers = { ...response.headers, 'content-security-policy': contentPolicy(response.body) };
  });
});
