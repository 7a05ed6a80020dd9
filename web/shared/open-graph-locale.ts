import { localeOf } from './locales';

/** A locale as Open Graph writes it, `ru_RU`: with the region where the language is most spoken, if its tag names none. */
export function openGraphLocale(code: string): string {
  const { language, region } = new Intl.Locale(localeOf(code).intl).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
