import { localeOf } from '../locales';
import { noBreak } from './no-break';

function format(isoDate: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  // A date without a time is the same day everywhere: without a fixed zone it would slip by one west of Greenwich.
  const formatter = new Intl.DateTimeFormat(localeOf(locale).intl, { ...options, timeZone: 'UTC' });
  return noBreak(formatter.format(new Date(isoDate)));
}

/** `14 October 2026`, `14 октября 2026 г.` */
export function formatDate(isoDate: string, locale: string): string {
  return format(isoDate, locale, { dateStyle: 'long' });
}

/** `October 2026`, `октябрь 2026 г.` */
export function formatMonth(isoDate: string, locale: string): string {
  return format(isoDate, locale, { month: 'long', year: 'numeric' });
}

/** `Oct 2026`, `окт. 2026 г.`: for columns of tables. */
export function formatShortMonth(isoDate: string, locale: string): string {
  return format(isoDate, locale, { month: 'short', year: 'numeric' });
}

/** A moment in a named time zone, with the zone: for a promise such as "we answer by". */
export function formatMoment(moment: Date, timeZone: string, locale: string): string {
  const formatter = new Intl.DateTimeFormat(localeOf(locale).intl, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return formatter.format(moment);
}
