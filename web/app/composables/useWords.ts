import type { InjectionKey } from 'vue';
import { formatAge } from '#shared/format/age';
import { formatDate, formatMonth, formatShortMonth } from '#shared/format/dates';
import { formatDays, formatMinutes, formatMonths } from '#shared/format/durations';
import { numberFormat } from '#shared/format/formatters';
import { isolated } from '#shared/format/isolated';
import { currencyName, formatMoney } from '#shared/format/money';
import { countryName, formatList, languageName } from '#shared/format/names';
import { defaultLocale, localeOf } from '#shared/locales';
import type { PriceAge } from '#shared/price-age';
import type { Amount } from '#shared/views/cost';

const contentLanguage: InjectionKey<string> = Symbol('content language');

/** Says that what a component holds is in another language than the page. */
export function provideContentLanguage(language: string | null): void {
  if (language !== null) provide(contentLanguage, language);
}

/**
 * Words and formats in the language of the place where a component stands: the page's own, or that
 * of a part that is shown untranslated, so that one part never mixes two languages.
 */
export function useWords() {
  return useWordsOf(inject(contentLanguage, useI18n().locale.value));
}

/** Words and formats in a language, or in the page's where there is no catalogue of it. */
export function useWordsOf(asked: string) {
  const { t: translate, locale: pageLocale, availableLocales } = useI18n();
  const locale = availableLocales.find(code => code === asked) ?? pageLocale.value;
  const number = numberFormat(locale);

  return {
    locale,
    /** A message of the catalogue. */
    t: (key: string, named: Record<string, unknown> = {}) => typesetText(translate(key, isolated(named, locale), { locale }), locale),
    /** A message with a count, which stands in it as `{n}`. */
    count: (key: string, n: number, named: Record<string, unknown> = {}) =>
      typesetText(translate(key, isolated({ n: number.format(n), ...named }, locale), { locale, plural: n }), locale),
    /** `lang` and `dir` for words in a language, where it is not that of the place (null). */
    wordsIn: (language: string | null) => (language === null ? {} : languageAttributes(language, locale)),
    /** `lang` and `dir` for words that all locales share: they are kept in the first locale's language. */
    sharedWords: languageAttributes(defaultLocale, locale),
    number: (value: number) => number.format(value),
    date: (isoDate: string) => formatDate(isoDate, locale),
    month: (isoDate: string) => formatMonth(isoDate, locale),
    shortMonth: (isoDate: string) => formatShortMonth(isoDate, locale),
    ago: (age: PriceAge) => formatAge(age, locale),
    months: (value: number) => formatMonths(value, locale),
    minutes: (value: number) => formatMinutes(value, locale),
    days: (range: { from: number; to: number }) => formatDays(range, locale),
    money: (amount: Amount) => formatMoney(amount, locale),
    country: (code: string) => countryName(code, locale),
    currency: (code: string) => currencyName(code, locale),
    language: (code: string) => languageName(code, locale),
    list: (names: string[]) => formatList(names, locale),
  };
}

/** `lang` and `dir` of a part in `language` within a place in `surrounding`; nothing where they are the same. */
export function languageAttributes(language: string, surrounding: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === surrounding ? {} : { lang: language, dir: localeOf(language).dir };
}
