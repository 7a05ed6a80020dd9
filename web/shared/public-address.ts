import { defaultLocale } from './locales';
import { readPath } from './paths';
import type { LanguageLink } from './views/page';

/** How search engines are to know a page; the head and the sitemaps say it alike. */
export interface PublicAddress {
  /** The one path to keep of all under which the page is found. */
  canonical: string;
  /** False for what only repeats other pages, or is not in the language of its address. */
  indexed: boolean;
  /** Every published version, this one included, and one `x-default`; none where the page is not indexed. */
  alternates: { hreflang: string; path: string }[];
}

/**
 * The public address of a page, read from its language links.
 *
 * A link with a query says what was chosen on the page (a filter, an order, a currency): such a page
 * repeats the plain list, names it and stays out of search. A later page of a list repeats nothing; it
 * stands for itself alone, since no other language divides its list in the same places.
 *
 * @param languages the links to the page in every locale.
 * @param locale the one that the page is shown in.
 * @param page its number in a list.
 * @throws Error where the page has no link to itself.
 */
export function publicAddress(languages: LanguageLink[], locale: string, page = 1): PublicAddress {
  const own = languages.find(language => language.locale === locale);
  if (own === undefined) throw new Error(`A page in ${locale} has no language link to itself`);

  const plain = withoutQuery(own.path);
  const indexed = own.published && own.path === plain && !isAside(plain);
  if (page > 1) return { canonical: indexed ? `${plain}?page=${page}` : plain, indexed, alternates: [] };

  const published = indexed ? languages.filter(language => language.published) : [];
  const fallback = published.find(language => language.locale === defaultLocale) ?? published[0];
  const named = published.map(language => ({ hreflang: language.locale, path: withoutQuery(language.path) }));
  return {
    canonical: plain,
    indexed,
    alternates: fallback === undefined ? [] : [...named, { hreflang: 'x-default', path: withoutQuery(fallback.path) }],
  };
}

/** Pages that only repeat others: what somebody searched for, and the sheet of a treatment's questions. */
function isAside(path: string): boolean {
  const read = readPath(path);
  return /\/treatments\/[^/]+\/questions$/.test(path) || (read?.kind === 'section' && read.section === 'search');
}

function withoutQuery(path: string): string {
  return path.replace(/\?.*$/, '');
}
