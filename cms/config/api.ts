import type { Core } from '@strapi/strapi';

const config: Core.Config.Api = {
  rest: { defaultLimit: 25, maxLimit: 100, withCount: true },
  // An unknown query parameter is an error, not something to ignore.
  documents: { strictParams: true },
};

export default config;
