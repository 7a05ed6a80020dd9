import { publicOrigin } from '#shared/origin';

/** The public origin of the site, from the environment of the process and not of the build. */
export function useSiteOrigin(): string {
  return useState('site-origin', () => publicOrigin(import.meta.server ? process.env.SITE_URL : undefined, useRequestURL().origin)).value;
}
