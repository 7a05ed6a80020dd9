import { numberFormat } from './formatters';
import { noBreak } from './no-break';

function unit(name: 'minute' | 'day' | 'week' | 'month', locale: string): Intl.NumberFormat {
  return numberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
}

/** `11 minutes`, `11 минут` */
export function formatMinutes(minutes: number, locale: string): string {
  return noBreak(unit('minute', locale).format(minutes));
}

/** `18 months`, `18 месяцев` */
export function formatMonths(months: number, locale: string): string {
  return noBreak(unit('month', locale).format(months));
}

/** `10–12 days`; whole weeks from two weeks on are said as such: `4–6 weeks`. */
export function formatDays(days: { from: number; to: number }, locale: string): string {
  const inWeeks = days.from >= 14 && days.from % 7 === 0 && days.to % 7 === 0;
  const formatter = unit(inWeeks ? 'week' : 'day', locale);
  const [from, to] = inWeeks ? [days.from / 7, days.to / 7] : [days.from, days.to];
  return noBreak(from === to ? formatter.format(from) : formatter.formatRange(from, to));
}

/** Minutes and seconds of a film: `4:05`, `1:02:03`. */
export function formatLength(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
