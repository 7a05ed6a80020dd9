import type { ReadPage } from '../read-page.ts';
import { counted, type Finding, finding } from './finding.ts';

/** Finds what a price on the page does not say. */
export function priceFindings({ draft: { costs } }: ReadPage): Finding[] {
  const currencies = [...new Set(costs.map(({ currency }) => currency))];
  const rows = costs.map(({ said }) => ({ kind: 'price', text: said }));
  return [
    ...finding('two-currencies', currencies.length > 1 ? rows : [], () => `Prices in ${currencies.length} currencies: ${currencies.join(', ')}`),
    ...finding('price-without-clinic', rows, count => `${counted(count, 'price')} without a clinic`),
    ...finding('price-without-date', rows, count => `${counted(count, 'price')} without a date`),
  ];
}
