import { holdsUntil } from '../../cms/dependencies';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The present day as an ISO date, in UTC; what is made of it holds for that day. */
export function today(): string {
  const now = Date.now();
  holdsUntil((Math.floor(now / DAY_MS) + 1) * DAY_MS);
  return isoDate(now);
}

/** The day of a moment as an ISO date, in UTC. */
export function isoDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
