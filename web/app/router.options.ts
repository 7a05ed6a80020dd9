import type { RouterConfig } from 'nuxt/schema';

/** The browser finds the place in a page by itself; the router would write every address into the tab's storage to do so. */
export default { scrollBehavior: undefined } satisfies RouterConfig;
