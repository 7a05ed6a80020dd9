/** The public origin of the site, from the environment of the process and not of the build. */
export function useSiteOrigin(): string {
  return useState('site-origin', () => {
    const given = import.meta.server ? process.env.SITE_URL : undefined;
    return given === undefined ? useRequestURL().origin : new URL(given).origin;
  }).value;
}
