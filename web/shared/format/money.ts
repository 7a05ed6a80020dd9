import { localeOf } from '../locales';
import type { Amount } from '../views/cost';
import { numberFormat } from './formatters';
import { apart } from './isolated';
import { noBreak } from './no-break';

/**
 * A sum as a reader of the locale writes it: `€32,800–38,900`, `14 000 €`.
 *
 * An open sum ("from") is written without a word for it: that word is the page's.
 */
export function formatMoney(amount: Amount, locale: string): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  // "US$" is two directions to a browser where words run from right to left.
  const written = (part: Intl.NumberFormatPart) => (part.type === 'currency' ? apart(part.value, locale) : part.value);
  if (amount.to === null || amount.to === amount.from) return noBreak(format.formatToParts(amount.from).map(written).join(''));

  const parts = format.formatRangeToParts(amount.from, amount.to);
  const currencies = parts.filter(part => part.type === 'currency');
  if (currencies.length < 2) return noBreak(parts.map(written).join(''));
  // "€32,800 – €38,900": the second sign only makes a table column wider.
  return noBreak(parts
    .filter(part => part !== currencies[1])
    .map(part => (part.type === 'literal' && part.source === 'shared' ? part.value.trim() : written(part)))
    .join(''));
}

/** The currency's name in the locale: `US dollar`, `польский злотый`. */
export function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(localeOf(locale).intl, { type: 'currency' }).of(currency) ?? currency;
}
