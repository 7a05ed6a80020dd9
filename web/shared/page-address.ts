import { localeCodes } from './locales';

/**
 * Where a page that was asked for by another spelling lives: in lower case, encoded in one way, without empty segments.
 *
 * @param address as it came over the wire, with its query.
 * @returns null where the address is the page's own.
 */
export function properAddress(address: string): string | null {
  const [path = '', ...query] = address.split('?');
  // Backslashes too: browsers take "/\host" in a Location header for another site.
  const [first = '', ...rest] = path.split(/[/\\]+/).filter(segment => segment !== '');
  const locale = localeCodes.find(code => code.toLowerCase() === first.toLowerCase());
  const target = `/${(locale === undefined ? [first, ...rest] : [locale, ...rest.map(properSegment)]).join('/')}`;
  if (target === path) return null;
  return query.length === 0 ? target : `${target}?${query.join('?')}`;
}

function properSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment).toLowerCase());
  } catch {
    return segment;
  }
}
