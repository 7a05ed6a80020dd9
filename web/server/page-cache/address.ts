import { isLocale } from '../../shared/locales';
import { documentPath, feedPath, readPath, sectionPath, sheetPath, sitemapPath, type Section } from '../../shared/paths';

/** An address that the page cache answers for. */
export interface CachedAddress {
  /** The path with the parameters that matter, in one order: two spellings of a page are one page. */
  address: string;
  /** `files`: in memory and as files. `memory`: as long as there is room. `none`: made for each who asks, such as what somebody looked for. */
  kept: 'files' | 'memory' | 'none';
}

/** What a page is asked for by, in the order in which its address has it; everything else in a query says nothing. */
const parameters: Record<Section, string[]> = {
  '': [],
  'articles': ['page'],
  'treatments': ['page'],
  'clinics': ['country', 'treatment', 'accreditation', 'page'],
  'costs': ['treatment', 'country', 'currency', 'sort', 'page'],
  'reviews': ['verification', 'page'],
  'glossary': [],
  'request': [],
  'search': ['q', 'kind', 'page'],
};
const ofSheet = ['with'];
const ofCostsFile = ['treatment', 'country', 'currency', 'sort'];

/** The schemas of queries take no longer value. */
const LONGEST_VALUE = 160;
/** Longer than any address of the site, those of share pictures too, which hold a text: whatever is longer is not worth reading. */
export const LONGEST_ADDRESS = 4096;
const slugs = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads the address of a request as one of the page cache.
 *
 * @param url path and query as they came over the wire.
 * @returns null for what is no page of the cache: files, previews, questions of scripts, what is misspelt.
 */
export function cachedAddress(url: string): CachedAddress | null {
  if (url.length > LONGEST_ADDRESS) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const names = parametersOf(path);
  if (names === null) return null;
  const query = mark < 0 ? '' : canonicalQuery(url.slice(mark + 1), names);
  return { address: query === '' ? path : `${path}?${query}`, kept: names === parameters.search ? 'none' : query === '' ? 'files' : 'memory' };
}

/** The parameters that a path takes; null where no page can be. */
function parametersOf(path: string): string[] | null {
  if (path === '/sitemap.xml' || path === '/robots.txt') return [];
  const [empty, locale = '', ...segments] = path.split('/');
  // A browser keeps what follows "#" to itself; whoever sends it would have a page of each of its spellings.
  if (empty !== '' || !isLocale(locale) || path.includes('#')) return null;
  const [first, second, third, ...rest] = segments;
  if (rest.length > 0) return null;
  if (third !== undefined) {
    if (first !== 'treatments' || second === undefined || !slugs.test(second)) return null;
    const treatment = documentPath('treatment', second, locale);
    return path === sheetPath(treatment) ? ofSheet : path === feedPath(treatment) ? [] : null;
  }
  if (path === feedPath(sectionPath('', locale)) || path === sitemapPath(locale)) return [];
  if (second === undefined && first === 'costs.csv') return ofCostsFile;
  const read = readPath(path);
  if (read === null) return null;
  if (read.kind === 'document') return slugs.test(read.slug) && !path.endsWith('/') ? [] : null;
  return path === sectionPath(read.section, locale) ? parameters[read.section] : null;
}

function canonicalQuery(query: string, names: string[]): string {
  const given = new URLSearchParams(query);
  const wanted = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name) ?? '';
    if (value !== '' && value.length <= LONGEST_VALUE && (name !== 'page' || isLaterPage(value))) wanted.set(name, value);
  }
  return wanted.toString();
}

/** Whatever else stands for a page of a list is its first. */
function isLaterPage(value: string): boolean {
  return value !== '1' && /^[1-9]\d*$/.test(value);
}
