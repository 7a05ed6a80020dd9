import { createHash } from 'node:crypto';

/**
 * Of pages without script: nothing but the site's own files is ever loaded. Without a script nothing can be asked for either;
 * `connect-src` is for tools of the browser, which read robots.txt under the policy of the page.
 */
export const readingPolicy = 'default-src \'none\'; style-src \'self\'; font-src \'self\'; img-src \'self\'; connect-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'';

/**
 * The content policy of a page: where it has scripts, the site's own files and exactly the inline ones that stand in it,
 * and the site's own addresses to ask.
 *
 * @param html the whole page as it is sent.
 */
export function contentPolicy(html: string): string {
  if (!/<script\b[^>]*\ssrc=/.test(html)) return readingPolicy;
  const scripts = ['\'self\'', ...inlineScriptHashes(html).map(hash => `'${hash}'`)].join(' ');
  return `${readingPolicy}; script-src ${scripts}`;
}

/** What a policy names the inline scripts of a page by, in their order; JSON is data, which runs under every policy. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)]
    .filter(([, attributes = '']) => !/\ssrc=|\stype="?application\/(?:ld\+)?json\b/.test(attributes))
    .map(([, , code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`);
}
