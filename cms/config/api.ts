import type { Core } from '@strapi/strapi';

const config: Core.Config.Api = {
  // An unknown query parameter is an error, not something to ignore.
  rest: { defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  documents: { strictParams: true },
};

export default config;
