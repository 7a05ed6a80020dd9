import { join } from 'node:path';

import { defineNitroPlugin } from 'nitropack/runtime';

import { mediaDirectory } from '../settings';
import { sharePath } from '../share/address';
import { forgetOldPictures } from '../share/store';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Gives pages the means to name their picture, which takes a secret that they do not have, and clears the store once a day. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    event.context.sharePath = sharePath;
  });
  const clear = () => void forgetOldPictures(join(mediaDirectory(), 'share'), Date.now())
    .catch((error: unknown) => console.error('Old share pictures could not be taken away', error));
  clear();
  setInterval(clear, DAY_MS).unref();
});
