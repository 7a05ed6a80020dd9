/** From this age on, in months, a price is marked as one that may have changed. */
export const STALE_FROM_MONTHS = 18;

/** From this age on, in months, a price is withdrawn: still listed, but neither converted nor compared. */
export const WITHDRAWN_FROM_MONTHS = 36;

export interface PriceAge {
  state: 'current' | 'stale' | 'withdrawn';
  count: number;
  unit: 'day' | 'month' | 'year';
}

/**
 * How old a price is, in the unit that people would use: months until two years, so that 23 months are not called a year.
 *
 * @param asOf the ISO date that it was quoted on; one that is yet to come counts as today.
 * @param today an ISO date.
 */
export function priceAge(asOf: string, today: string): PriceAge {
  const days = Math.max(0, Math.floor((Date.parse(today) - Date.parse(asOf)) / 86_400_000));
  const months = Math.max(0, wholeMonths(asOf, today));
  const state = months >= WITHDRAWN_FROM_MONTHS ? 'withdrawn' : months >= STALE_FROM_MONTHS ? 'stale' : 'current';
  if (months < 1) return { state, count: days, unit: 'day' };
  return months < 24 ? { state, count: months, unit: 'month' } : { state, count: Math.floor(months / 12), unit: 'year' };
}

function wholeMonths(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

function parts(isoDate: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = isoDate.slice(0, 10).split('-').map(Number);
  return [year, month, day];
}
