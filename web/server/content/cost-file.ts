import { stringify } from 'csv-stringify/sync';

import { formatAge } from '../../shared/format/age';
import { countryName } from '../../shared/format/names';
import type { PriceAge } from '../../shared/price-age';
import type { CostItemView, CostRow } from '../../shared/views/cost';
import { message } from '../words';
import { selectCosts, type CostsAsked } from './cost-list';
import { rateNote } from './parts/rates';
import { today } from './parts/today';

const states: Record<PriceAge['state'], string> = {
  current: 'cost.age.current',
  stale: 'cost.age.stale',
  withdrawn: 'cost.age.withdrawn',
};

/** All prices that the comparison shows for these choices, on whatever page, in its order, withdrawn ones last. */
export async function costsFile(locale: string, asked: CostsAsked): Promise<{ name: string; text: string }> {
  const { compared, withdrawn, currency, rates } = await selectCosts(locale, asked);
  const rateDates = new Map(rateNote(compared, rates)?.sources.flatMap(({ date, currencies }) => currencies.map(code => [code, date] as const)));
  return { name: `costs-${locale}-${today()}.csv`, text: toCsv([...compared, ...withdrawn], { locale, currency, rateDates }) };
}

interface FileContext {
  locale: string;
  /** What sums are converted into. */
  currency: string;
  /** The day of the rate of each currency. */
  rateDates: ReadonlyMap<string, string>;
}

/**
 * Prices as comma-separated values after RFC 4180, in UTF-8, with a first line in the locale.
 *
 * It begins with a byte order mark: without one Excel takes Cyrillic letters for others. Words that a
 * spreadsheet would run as a formula are led by an apostrophe.
 */
export function toCsv(rows: CostRow[], context: FileContext): string {
  const columns = columnsOf(context);
  const lines = rows.map(row => columns.map(([, cell]) => cell(row)));
  return stringify([columns.map(([name]) => name), ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

type Column = [name: string, cell: (row: CostRow) => string | number | null];

function columnsOf({ locale, currency, rateDates }: FileContext): Column[] {
  const word = (key: string) => message(locale, key, { currency });
  const names = (items: CostItemView[]) => items.map(({ label }) => label).join('; ');
  return [
    [word('cost.column.treatment'), row => row.treatment?.label ?? null],
    [word('cost.column.country'), row => countryName(row.country, locale)],
    [word('cost.file.countryCode'), row => row.country],
    [word('cost.file.clinic'), row => row.clinic?.label ?? null],
    [word('cost.file.from'), row => row.original.from],
    [word('cost.file.to'), row => row.original.to],
    [word('cost.currency'), row => row.original.currency],
    [word('cost.file.convertedFrom'), row => row.converted?.from ?? null],
    [word('cost.file.convertedTo'), row => row.converted?.to ?? null],
    [word('cost.file.rateDate'), row => rateDate(row, rateDates)],
    [word('cost.column.asOf'), row => row.asOf],
    [word('cost.file.age'), row => formatAge(row.age, locale)],
    [word('cost.file.state'), row => word(states[row.age.state])],
    [word('cost.group.included'), row => names(row.included)],
    [word('cost.group.excluded'), row => names(row.excluded)],
    [word('cost.file.source'), row => row.source?.label ?? null],
    [word('cost.file.sourceAddress'), row => row.source?.href ?? null],
  ];
}

/** Of the two rates that a conversion takes the older one's day: the sum is no newer than that. */
function rateDate({ original, converted }: CostRow, dates: ReadonlyMap<string, string>): string | null {
  if (converted === null || converted.currency === original.currency) return null;
  return [original.currency, converted.currency].flatMap(code => dates.get(code) ?? []).sort()[0] ?? null;
}
