import { defineNitroPlugin } from 'nitropack/runtime';

import { followCms } from '../cms/follow';

/** In development there is no page cache to follow the CMS: what is kept of its answers is kept fresh all the same. */
export default defineNitroPlugin((nitro) => {
  if (!import.meta.dev) return;
  const end = new AbortController();
  nitro.hooks.hook('close', () => end.abort());
  void followCms(null, end.signal);
});
