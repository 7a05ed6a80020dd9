import { readingPolicy } from './content-policy.ts';

/** What a reader's page may use of the device: nothing. */
const unusedFeatures = ['camera', 'microphone', 'geolocation', 'payment', 'usb'];

/** Of every page of a locale, an error's too. The next page is loaded before it is asked for. */
export function documentHeaders(locale: string): Record<string, string> {
  return {
    'content-language': locale,
    'content-security-policy': readingPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': unusedFeatures.map(feature => `${feature}=()`).join(', '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'speculation-rules': '"/speculation-rules.json"',
    'x-content-type-options': 'nosniff',
  };
}

/** What browsers and caches on the way may do with what is kept: it is asked for again each time, and served old where that fails. */
export const cachingHeaders = {
  'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400',
  'vary': 'Accept-Encoding',
};

/**
 * Of a page that is kept: the same from the web process and from nginx, which sends those of `ops/nginx/headers.conf`.
 * Not of an error or of a visitor's own page: what is said here of caches on the way would hold for them too.
 */
export function pageHeaders(locale: string): Record<string, string> {
  return { ...documentHeaders(locale), ...cachingHeaders };
}
