import type { Core } from '@strapi/strapi';

import { importTokenName } from './api-tokens';

/** Who asked for the work that is being done now. `inside` is everything but the content API: the admin, the seed, a timer. */
export type Caller = 'inside' | 'importer' | 'reader';

/** Tells who is behind the present request. Any caller of the content API that is not the importer counts as a reader. */
export function currentCaller(strapi: Core.Strapi): Caller {
  const state = strapi.requestContext.get()?.state;
  if (state?.route?.info?.type !== 'content-api') return 'inside';
  return state.auth?.credentials?.name === importTokenName ? 'importer' : 'reader';
}
