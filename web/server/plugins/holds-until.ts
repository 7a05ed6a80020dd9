import { defineNitroPlugin } from 'nitropack/runtime';

import { holdsUntil } from '../cms/dependencies';

/** Lets a page say until when what it shows of the time is true. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    event.context.holdsUntil = holdsUntil;
  });
});
