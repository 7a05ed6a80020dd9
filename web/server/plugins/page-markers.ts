import { defineNitroPlugin } from 'nitropack/runtime';

import { hasScript } from '../scripted-pages';

/** The comments by which Vue finds its way in a page that it takes over; a page without script has no use for them. */
const markers = /<!--(?:\[|\]|v-if)?-->/g;

export default defineNitroPlugin((nitro) => {
  if (import.meta.dev) return;
  nitro.hooks.hook('render:response', (response, { event }) => {
    if (typeof response.body === 'string' && !hasScript(event.path)) response.body = response.body.replace(markers, '');
  });
});
