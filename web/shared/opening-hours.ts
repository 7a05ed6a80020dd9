const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Hours on one or several days of the week; Monday is 0. */
export interface OpeningPeriod {
  days: number[];
  /** `09:00` */
  opens: string;
  /** `18:00`; not after `opens` where it is on the next day. */
  closes: string;
}

/** When someone answers, and how long it takes them. */
export interface AnswerSettings {
  openingHours: string | null;
  timeZone: string;
  /** ISO dates on which nobody answers. */
  holidays: string[];
  responseMinutes: number | null;
}

/** How far ahead a promise is looked for: the longest holidays are shorter. */
const DAYS_AHEAD = 60;

const period = /^\s*(\w\w)(?:-(\w\w))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)\s*$/;

/** Reads schema.org opening hours: `Mo-Fr 09:00-18:00; Sa 10:00-14:00`. A part that makes no sense is left out. */
export function readOpeningHours(text: string): OpeningPeriod[] {
  return text.split(';').flatMap((part) => {
    const [, first = '', last = first, opens, closes] = period.exec(part) ?? [];
    const [from, to] = [dayNames.indexOf(first), dayNames.indexOf(last)];
    if (opens === undefined || closes === undefined || from < 0 || to < 0) return [];
    const count = ((to - from + 7) % 7) + 1;
    return [{ days: Array.from({ length: count }, (_, index) => (from + index) % 7), opens, closes }];
  });
}

/**
 * By when a message that is sent now is answered, if the promise is kept: minutes of work are
 * counted, not minutes of night and holidays.
 *
 * @returns null where no hours, no time zone or no promise are known.
 */
export function nextAnswerBy(now: Date, settings: AnswerSettings): Date | null {
  if (settings.openingHours === null || settings.responseMinutes === null) return null;
  let left = settings.responseMinutes * 60_000;
  for (const { opens, closes } of openSpans(now, settings.openingHours, settings)) {
    const start = Math.max(opens, now.getTime());
    if (closes <= start) continue;
    if (start + left <= closes) return new Date(start + left);
    left -= closes - start;
  }
  return null;
}

/** Whether someone is there, and until when that stays so; null where that is not known. */
export interface Presence { open: boolean; until: Date | null }

/** Whether someone is there at this moment. */
export function presenceAt(now: Date, settings: AnswerSettings): Presence {
  const moment = now.getTime();
  const ahead = openSpans(now, settings.openingHours ?? '', settings).filter(({ closes }) => closes > moment);
  const [next] = ahead;
  if (next === undefined) return { open: false, until: null };
  if (next.opens > moment) return { open: false, until: new Date(next.opens) };
  // What opens when the last span closes is one stretch with it.
  const until = ahead.reduce((end, { opens, closes }) => (opens <= end ? Math.max(end, closes) : end), next.closes);
  return { open: true, until: new Date(until) };
}

/** The spans of work from yesterday (one may last past midnight) on, in order, as instants. */
function openSpans(now: Date, openingHours: string, { timeZone, holidays }: AnswerSettings): { opens: number; closes: number }[] {
  if (!isTimeZone(timeZone)) return [];
  const periods = readOpeningHours(openingHours);
  const today = Date.parse(`${wallClock(now.getTime(), timeZone).slice(0, 10)}T00:00Z`);
  const spans = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => new Date(today + (index - 1) * 86_400_000)).flatMap((date) => {
    const day = date.toISOString().slice(0, 10);
    if (holidays.includes(day)) return [];
    const weekday = (date.getUTCDay() + 6) % 7;
    return periods.filter(period => period.days.includes(weekday)).map((period) => {
      const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
      return {
        opens: instant(`${day}T${period.opens}`, timeZone),
        closes: instant(`${period.closes > period.opens ? day : next}T${period.closes}`, timeZone),
      };
    });
  });
  return spans.sort((one, other) => one.opens - other.opens);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant: `2026-11-22T09:30`. */
function wallClock(time: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(time);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? '00';
  return `${value('year')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}`;
}

/** The instant at which the clocks of a zone show this; the zone's offset is found by asking twice, for the days of change. */
function instant(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const offset = (time: number) => Date.parse(`${wallClock(time, timeZone)}Z`) - time;
  const guess = asUtc - offset(asUtc);
  return asUtc - offset(guess);
}

declare module 'h3' {
  interface H3EventContext {
    /** Says that a page is true until a moment, in milliseconds since 1970; set while a server renders. */
    holdsUntil?: (moment: number) => void;
  }
}
