import { holdsUntil } from '../../cms/dependencies';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The present day as an ISO date, in UTC; what is made of it holds for that day. */
export function today(now: Date = new Date()): string {
  holdsUntil((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS);
  return now.toISOString().slice(0, 10);
}
