import type { AggregateOffer, Offer } from 'schema-dts';

import type { CostRow } from '../views/cost';

/**
 * Prices as they were quoted, one offer for each currency: a converted sum is an estimate, not an offer.
 *
 * A price counts only with a source that is not invented.
 */
export function offers(rows: CostRow[]): (AggregateOffer | Offer)[] {
  const sourced = rows.filter(row => row.source !== null && !row.source.fictitious);
  return [...Map.groupBy(sourced, row => row.original.currency)].map(([currency, quoted]) => {
    const highest = quoted.map(({ original }) => original.to);
    const lowPrice = Math.min(...quoted.map(({ original }) => original.from));
    // Where one is known by its "from" alone, so is the highest.
    const highPrice = highest.includes(null) ? undefined : Math.max(...highest.map(Number));
    const areaServed = [...new Set(quoted.map(row => row.country))];
    return quoted.length === 1 && lowPrice === highPrice
      ? { '@type': 'Offer', 'priceCurrency': currency, 'price': lowPrice, areaServed }
      : { '@type': 'AggregateOffer', 'priceCurrency': currency, lowPrice, highPrice, 'offerCount': quoted.length, areaServed };
  });
}
