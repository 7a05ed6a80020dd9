/** What a crawl of the whole site found. */
export interface SiteMap {
  /** Paths of all pages that links lead to, without parameters. */
  pages: string[];
  /** Links with parameters: filters, orders, currencies. */
  choices: string[];
  /** Links that led to anything but a page, as `from -> to (status)`. */
  broken: string[];
}

const notPages = /^\/(_nuxt|media|flags)\/|\.[a-z]+$/;

/**
 * Follows every link within the site from the given pages on.
 *
 * @param within Says which pages to walk; all unless told otherwise.
 */
export async function crawl(siteUrl: string, starts: string[], within: (path: string) => boolean = () => true): Promise<SiteMap> {
  const pages = new Set<string>(starts);
  const choices = new Set<string>();
  const broken: string[] = [];
  const foundOn = new Map<string, string>();
  for (const path of pages) {
    const response = await fetch(siteUrl + path, { redirect: 'manual' });
    if (response.status !== 200) broken.push(`${foundOn.get(path) ?? 'start'} -> ${path} (${response.status})`);
    for (const link of linksIn(await response.text())) {
      if (!link.startsWith('/') || notPages.test(link) || !within(link)) continue;
      if (link.includes('?')) {
        choices.add(link);
      } else if (!pages.has(link)) {
        pages.add(link);
        foundOn.set(link, path);
      }
    }
  }
  return { pages: [...pages].filter(path => !broken.some(line => line.includes(` -> ${path} (`))), choices: [...choices], broken };
}

/** Targets of the links in a page, without fragments. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"#]+)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
