import { localeOf } from '../locales';
import { readOpeningHours } from '../opening-hours';

/** A line of opening hours: `Mon–Fri`, `09:00–18:00`. */
export interface OpeningLine { days: string; hours: string }

/** Opening hours in the words of a locale. */
export function formatOpeningHours(openingHours: string, locale: string): OpeningLine[] {
  const { intl } = localeOf(locale);
  const weekday = new Intl.DateTimeFormat(intl, { weekday: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(intl, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  const dayName = (day: number) => weekday.format(Date.UTC(1970, 0, 5 + day));
  const clock = (hours: string) => time.format(Date.parse(`1970-01-05T${hours}Z`));
  return readOpeningHours(openingHours).map(({ days, opens, closes }) => {
    const [first = 0, last = first] = [days[0], days.at(-1)];
    return { days: first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`, hours: `${clock(opens)}–${clock(closes)}` };
  });
}
