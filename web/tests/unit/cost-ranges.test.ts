import { describe, expect, test } from 'vitest';

import { onScale, priceScale } from '../../app/utils/price-scale';
import { priceRange, treatmentRanges } from '../../server/content/cost-ranges';
import { costRow } from './entries';

const euros = (from: number, to: number | null) => ({ from, to, currency: 'EUR' });

describe('a range', () => {
  test('goes from the lowest to the highest sum, and says whether one is open or converted', () => {
    const rows = [costRow({ converted: euros(900, 1200) }), costRow({ converted: euros(700, null), original: { from: 30_000, to: null, currency: 'TRY' } })];
    expect(priceRange(rows)).toEqual({ amount: euros(700, 1200), open: true, approximate: true, prices: 2 });
    expect(priceRange([costRow({ converted: euros(900, null) })])).toEqual({ amount: euros(900, null), open: true, approximate: false, prices: 1 });
  });

  test('leaves out what has no sum in the currency', () => {
    expect(priceRange([costRow({ converted: null })])).toBeNull();
    expect(priceRange([costRow({ converted: null }), costRow({ converted: euros(5, 6) })])?.prices).toBe(1);
  });

  test('is told by treatment and, cheapest first, by country, with the price that "from" names', () => {
    const rows = [
      costRow({ documentId: 'a', country: 'DE', converted: euros(900, 1200) }),
      costRow({ documentId: 'b', country: 'PL', converted: euros(700, 800), asOf: '2026-01-01' }),
      costRow({ documentId: 'c', country: 'DE', converted: euros(800, 1500) }),
    ];
    const [knee, ...others] = treatmentRanges(rows, slug => `/en/costs?treatment=${slug}`, 'en');
    expect(others).toEqual([]);
    expect(knee).toMatchObject({ path: '/en/costs?treatment=knee', lowest: { country: 'PL', asOf: '2026-01-01' } });
    expect(knee?.countries.map(({ country, range }) => [country, range.amount])).toEqual([['PL', euros(700, 800)], ['DE', euros(800, 1500)]]);
  });
});

test('a scale begins at nothing, ends at a round sum and has room for all', () => {
  const scaleOf = (...sums: number[]) => priceScale(sums.map(sum => ({ amount: euros(sum, null), open: true, approximate: false, prices: 1 })));
  expect(scaleOf(17_900, 9_000)).toEqual({ top: 20_000, ticks: [0, 5000, 10_000, 15_000, 20_000] });
  expect(scaleOf(9_990_000).top).toBe(10_000_000);
  for (const highest of [1, 3, 7, 99, 101, 2_500_000, 41_234]) {
    const { top, ticks } = scaleOf(highest);
    expect(top).toBeGreaterThanOrEqual(highest);
    expect(onScale(highest, { top, ticks })).toBeGreaterThan(50);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});
