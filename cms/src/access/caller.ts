import type { Core } from '@strapi/strapi';

import { importTokenName, previewTokenName } from './api-tokens';

/** Who asked for the work that is being done now. `inside` is everything but the content API: the admin, the seed, a timer. */
export type Caller = 'inside' | 'importer' | 'previewer' | 'reader';

const callers: Record<string, Caller> = { [importTokenName]: 'importer', [previewTokenName]: 'previewer' };

/** Tells who is behind the present request. Any caller of the content API that is not known by its token counts as a reader. */
export function currentCaller(strapi: Core.Strapi): Caller {
  const state = strapi.requestContext.get()?.state;
  if (state?.route?.info?.type !== 'content-api') return 'inside';
  return callers[state.auth?.credentials?.name] ?? 'reader';
}
