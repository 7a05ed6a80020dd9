import { defineNitroPlugin } from 'nitropack/runtime';

import { contentPolicy } from '../content-policy';
import { inFrameOf, isPreview, leaveFrame } from '../preview/frame';
import { adminUrl } from '../settings';

/** A preview stands in a frame of the admin, and its links lead out of it. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:response', (response, { event }) => {
    if (!isPreview(event.path) || typeof response.body !== 'string') return;
    response.body = leaveFrame(response.body);
    response.headers = { ...response.headers, 'content-security-policy': inFrameOf(new URL(adminUrl()).origin, contentPolicy(response.body)) };
  });
});
