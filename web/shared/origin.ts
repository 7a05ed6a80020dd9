/**
 * The public origin of the site, for addresses that leave it.
 *
 * @param given what the operator set as SITE_URL.
 * @param asked the origin that the request was sent to, for want of a better one.
 */
export function publicOrigin(given: string | undefined, asked: string): string {
  return given === undefined ? asked : new URL(given).origin;
}
