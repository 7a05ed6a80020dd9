import { localeOf } from '../locales';

/** A value apart from the words around it, where those run from right to left. */
export function apart(value: string, locale: string): string {
  return localeOf(locale).dir === 'ltr' ? value : `\u2068${value}\u2069`;
}

/**
 * What stands in the places of a message, each value apart from the words around it where those run from right to left: a name in
 * Latin letters, a sum or an address would else carry the signs beside it to its other side. Elements have `<bdi>` for it.
 */
export function isolated(named: Record<string, unknown>, locale: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, typeof value === 'string' ? apart(value, locale) : value]));
}
