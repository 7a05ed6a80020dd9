import { localeOf } from '../locales';

/** The country's name in the locale, by its ISO 3166-1 code; nothing where the preview of a draft has none yet. */
export function countryName(country: string, locale: string): string {
  if (country === '') return '';
  return new Intl.DisplayNames(localeOf(locale).intl, { type: 'region' }).of(country) ?? country;
}

/** The language's name in the locale: `Turkish`, `турецкий`. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(localeOf(locale).intl, { type: 'language' }).of(language) ?? language;
}

/** Things in the order of the locale's alphabet, by what they are called. */
export function inAlphabet<Thing>(things: Iterable<Thing>, locale: string, name: (thing: Thing) => string): Thing[] {
  const { compare } = new Intl.Collator(localeOf(locale).intl);
  return [...things].sort((one, other) => compare(name(one), name(other)));
}

/** Names in a list: `English, Turkish and Russian`. */
export function formatList(names: string[], locale: string): string {
  return new Intl.ListFormat(localeOf(locale).intl, { type: 'conjunction' }).format(names);
}
