import type { PublicAddress } from '../../shared/public-address';
import { writeXml } from './xml';

export interface SitemapPage extends PublicAddress {
  /** ISO date on which its content last changed, where that is known. */
  changedOn: string | null;
}

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Names the sitemaps of a site. */
export function writeSitemapIndex(paths: string[], origin: string): string {
  return writeXml('sitemapindex', { '@xmlns': schema, 'sitemap': paths.map(path => ({ loc: origin + path })) });
}

/** Names the pages of a sitemap with their other languages; a page that is not indexed is passed over. */
export function writeSitemap(pages: SitemapPage[], origin: string): string {
  return writeXml('urlset', {
    '@xmlns': schema,
    '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    'url': pages.filter(page => page.indexed).map(({ canonical, alternates, changedOn }) => ({
      'loc': origin + canonical,
      'lastmod': changedOn ?? undefined,
      'xhtml:link': alternates.map(({ hreflang, path }) => ({ '@rel': 'alternate', '@hreflang': hreflang, '@href': origin + path })),
    })),
  });
}

/** Lets every robot read every page: what is to stay out of search says so itself, which is read only by who may come in. */
export function writeRobots(sitemap: string): string {
  return ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${sitemap}`, ''].join('\n');
}
