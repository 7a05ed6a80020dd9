import { RatesFault } from './fault';
import type { DayOfRates } from './parse';

/** A rate that is more than half as much again, or less than two thirds, is taken for a mistake. */
const largestMove = 1.5;

/**
 * Whether a day's rates are to be stored beside the newest ones of the same publisher.
 *
 * @param today ISO date, the latest that is today anywhere
 * @returns false where that day is there already
 * @throws RatesFault when the rates cannot be right
 */
export function isNews(day: DayOfRates, newest: DayOfRates | null, today: string): boolean {
  if (day.date > today) throw new RatesFault('future', { date: day.date });
  if (newest === null) return true;
  if (day.date < newest.date) throw new RatesFault('older', { date: day.date, newest: newest.date });
  if (day.date === newest.date) return false;
  for (const [currency, rate] of Object.entries(day.rates)) {
    const before = newest.rates[currency];
    if (before !== undefined && Math.max(rate / before, before / rate) > largestMove) {
      throw new RatesFault('moved', { currency, rate: String(rate), before: String(before), newest: newest.date });
    }
  }
  return true;
}

/** The currencies that the newest rates have and the day's lack. */
export function missingFrom(day: DayOfRates, newest: DayOfRates | null): string[] {
  return Object.keys(newest?.rates ?? {}).filter(currency => !(currency in day.rates));
}
