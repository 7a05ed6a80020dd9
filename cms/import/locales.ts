import list from '../../locales.json' with { type: 'json' };

import { exitCodes, ImportError } from './errors.ts';

export interface PageLocale {
  code: string;
  /** ISO 15924, as `Latn`. */
  script: string;
}

/** The locales of the site. */
export const locales: PageLocale[] = list;

/** All quotation marks of all locales, with the typewriter's. */
export const openingQuotes: string[] = [...new Set([...list.flatMap(({ quotes }) => quotes.slice(0, 1)), '"', '“', '„', '«'])];

/** @throws ImportError that lists the known locales */
export function findLocale(code: string): PageLocale {
  const found = locales.find(locale => locale.code === code);
  if (found) return found;
  const known = locales.map(locale => locale.code).join(', ');
  throw new ImportError(`"${code}" is not a locale of this site. Use one of: ${known} (they stand in locales.json).`, exitCodes.usage);
}

/** What a locale's language is called in English. */
export function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
