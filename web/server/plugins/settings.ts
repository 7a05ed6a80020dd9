import { defineNitroPlugin } from 'nitropack/runtime';

import { adminUrl, cmsUrl, previewSecret, previewToken, readToken } from '../settings';

/** A site that lacks a setting says so when it starts, not to its first visitor. */
export default defineNitroPlugin(() => {
  cmsUrl();
  readToken();
  adminUrl();
  previewToken();
  previewSecret();
});
