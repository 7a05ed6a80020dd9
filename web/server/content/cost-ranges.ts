import { inAlphabet } from '../../shared/format/names';
import type { Amount, CostRow, CountryRange, PriceRange, TreatmentRange } from '../../shared/views/cost';
import { byPrice } from './cost';

type ConvertedRow = CostRow & { converted: Amount };

/** A price without a rate stands in the list, but says nothing of a range. */
function hasSum(row: CostRow): row is ConvertedRow {
  return row.converted !== null;
}

/** What these prices come to; null where none has a sum in the currency of the comparison. */
export function priceRange(rows: CostRow[]): PriceRange | null {
  const [first, ...others] = rows.filter(hasSum);
  if (first === undefined) return null;
  const all = [first, ...others];
  const lowest = Math.min(...all.map(({ converted }) => converted.from));
  const highest = Math.max(...all.map(({ converted }) => converted.to ?? converted.from));
  return {
    amount: { from: lowest, to: highest > lowest ? highest : null, currency: first.converted.currency },
    open: all.some(({ converted }) => converted.to === null),
    approximate: all.some(({ original, converted }) => original.currency !== converted.currency),
    prices: all.length,
  };
}

/**
 * The range of each treatment, in the reader's alphabet, and of each country within it.
 *
 * @param rows those that are compared: withdrawn ones must not be among them.
 * @param pathOf where the prices of a treatment alone are, by its slug.
 */
export function treatmentRanges(rows: CostRow[], pathOf: (slug: string) => string, locale: string): TreatmentRange[] {
  const byTreatment = Map.groupBy(rows.filter(hasSum).toSorted(byPrice), row => row.treatment?.documentId);
  const ranges = [...byTreatment.values()].flatMap((ofTreatment): TreatmentRange[] => {
    const [lowest] = ofTreatment;
    const range = priceRange(ofTreatment);
    if (lowest === undefined || lowest.treatment === null || range === null) return [];
    const { treatment, country, clinic, asOf, age } = lowest;
    const path = pathOf(treatment.path.slice(treatment.path.lastIndexOf('/') + 1));
    return [{ treatment, path, range, lowest: { country, clinic, asOf, age }, countries: countryRanges(ofTreatment) }];
  });
  return inAlphabet(ranges, locale, ({ treatment }) => treatment.label);
}

function countryRanges(rows: CostRow[]): CountryRange[] {
  return [...Map.groupBy(rows, row => row.country)].flatMap(([country, there]) => {
    const range = priceRange(there);
    return range === null ? [] : [{ country, range }];
  });
}
