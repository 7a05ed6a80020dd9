import type { PriceRange } from '#shared/views/cost';

/** A scale from nothing to a round sum, so that twice the price is twice as far along. */
export interface PriceScale { top: number; ticks: number[] }

const marks = [1, 2, 2.5, 5, 10];

/** The scale on which all of these ranges find room, with two to five steps. */
export function priceScale(ranges: PriceRange[]): PriceScale {
  const highest = Math.max(1, ...ranges.map(({ amount }) => amount.to ?? amount.from));
  const power = 10 ** Math.floor(Math.log10(highest / 4));
  const step = power * (marks.find(mark => mark * power * 4 >= highest) ?? 10);
  const steps = Math.ceil(highest / step);
  return { top: step * steps, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) };
}

/** Where a sum stands on the scale, in per cent of its length. */
export function onScale(sum: number, { top }: PriceScale): number {
  return Math.round((sum / top) * 1000) / 10;
}
