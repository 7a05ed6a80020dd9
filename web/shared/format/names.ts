import { localeOf } from '../locales';

/** The country's name in the locale, by its ISO 3166-1 code. */
export function countryName(country: string, locale: string): string {
  return new Intl.DisplayNames(localeOf(locale).intl, { type: 'region' }).of(country) ?? country;
}

/** The language's name in the locale: `Turkish`, `турецкий`. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(localeOf(locale).intl, { type: 'language' }).of(language) ?? language;
}

/** Names in a list: `English, Turkish and Russian`. */
export function formatList(names: string[], locale: string): string {
  return new Intl.ListFormat(localeOf(locale).intl, { type: 'conjunction' }).format(names);
}
