import { defineNitroPlugin } from 'nitropack/runtime';

import { isPreview, leaveFrame } from '../preview/frame';

/** The links of a preview, which stands in a frame of the admin. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html, { event }) => {
    if (isPreview(event.path)) html.body = html.body.map(leaveFrame);
  });
});
