import { optional, required } from '../required-env';

export interface PreviewSettings {
  /** Public origin of the site. */
  site: string;
  /** Shared with the site, which trusts what is signed with it. */
  secret: string;
}

/**
 * Reads where previews are shown; null where the address of the site is not given, and there are none.
 *
 * @throws Error when the address is none, or the secret is missing
 */
export function previewSettings(): PreviewSettings | null {
  const address = optional('SITE_URL');
  if (!address) return null;
  if (!/^https?:/.test(address) || !URL.canParse(address)) throw new Error(`SITE_URL is not an address: ${address}`);
  return { site: new URL(address).origin, secret: required('PREVIEW_SECRET') };
}
