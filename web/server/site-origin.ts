import { getRequestURL, type H3Event } from 'h3';

import { publicOrigin } from '../shared/origin';

/** The public origin of the site. */
export function siteOrigin(event: H3Event): string {
  return publicOrigin(process.env.SITE_URL, getRequestURL(event).origin);
}
