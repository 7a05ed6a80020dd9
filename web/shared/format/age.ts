import { localeOf } from '../locales';
import type { PriceAge } from '../price-age';
import { noBreak } from './no-break';

/** `5 months ago`, `5 месяцев назад`; of a day or two `today` and `yesterday`. */
export function formatAge({ count, unit }: Pick<PriceAge, 'count' | 'unit'>, locale: string): string {
  const format = new Intl.RelativeTimeFormat(localeOf(locale).intl, { numeric: unit === 'day' ? 'auto' : 'always' });
  return noBreak(format.format(-count, unit));
}
