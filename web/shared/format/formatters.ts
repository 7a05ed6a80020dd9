import { localeOf } from '../locales';

/*
 * Making a formatter takes some fifty times as long as using it, and a page formats hundreds of dates and sums. There are as many
 * as there are locales, currencies and ways to write a date.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** How dates are written in a locale; each way is made once. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dates, locale, options, intl => new Intl.DateTimeFormat(intl, options));
}

/** How numbers are written in a locale; each way is made once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(numbers, locale, options, intl => new Intl.NumberFormat(intl, options));
}

function once<Format>(made: Map<string, Format>, locale: string, options: object, make: (intl: string) => Format): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? make(localeOf(locale).intl);
  made.set(key, format);
  return format;
}
