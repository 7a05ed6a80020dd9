import { defineNitroPlugin } from 'nitropack/runtime';

import { isPreview, leaveFrame } from '../preview/frame';

/** The links of a preview, which stands in a frame of the admin. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:response', (response, { event }) => {
    if (isPreview(event.path) && typeof response.body === 'string') response.body = leaveFrame(response.body);
  });
});
