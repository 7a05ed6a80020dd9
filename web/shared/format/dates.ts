import { dateFormat } from './formatters';
import { noBreak } from './no-break';

function format(isoDate: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  // A date without a time is the same day everywhere: without a fixed zone it would slip by one west of Greenwich.
  return noBreak(dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(isoDate)));
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

/** A moment on the clocks of a time zone, part by part for a sentence: `Monday`, `23 November`, `10:00`, `GMT+3`. */
export function formatMoment(moment: Date, timeZone: string, locale: string): Record<'weekday' | 'day' | 'time' | 'zone', string> {
  const part = (options: Intl.DateTimeFormatOptions) => noBreak(dateFormat(locale, { ...options, timeZone }).format(moment));
  return {
    weekday: part({ weekday: 'long' }),
    day: part({ day: 'numeric', month: 'long' }),
    time: part({ hour: '2-digit', minute: '2-digit' }),
    zone: zoneName(timeZone, moment, locale, 'shortOffset'),
  };
}

/** A time zone as people call it, with its offset at a moment: `Türkiye Time, GMT+3`, `Турция, GMT+3`. */
export function formatTimeZone(timeZone: string, moment: Date, locale: string): string {
  const names = (['shortGeneric', 'shortOffset'] as const).map(form => zoneName(timeZone, moment, locale, form));
  return [...new Set(names)].join(', ');
}

function zoneName(timeZone: string, moment: Date, locale: string, form: 'shortGeneric' | 'shortOffset'): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName: form }).formatToParts(moment);
  return noBreak(parts.find(part => part.type === 'timeZoneName')?.value ?? timeZone);
}
