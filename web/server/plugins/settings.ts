import { defineNitroPlugin } from 'nitropack/runtime';

import { cmsUrl, readToken } from '../settings';

/** A site that lacks a setting says so when it starts, not to its first visitor. */
export default defineNitroPlugin(() => {
  cmsUrl();
  readToken();
});
