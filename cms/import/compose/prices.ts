import type { Element } from 'hast';

import { textOf } from '../read/elements.ts';
import type { Unit } from '../read/units.ts';
import { vocabulary, wordsFor } from '../vocabulary.ts';
import type { Context } from './context.ts';
import type { CostRow } from './page-draft.ts';

/** Reads a table or a list as prices by country; null unless each row but a header names a country and a sum. */
export function pricesOf(unit: Unit | undefined, context: Context): CostRow[] | null {
  const rows = rowsOf(unit);
  const [first, ...others] = rows;
  const header = first && others.length > 0 && context.readSums(first.join(' | ')).length === 0 ? first : null;
  const data = header ? others : rows;
  const read = data.map(cells => costRow(cells, context));
  const costs = read.flatMap(row => (row ? [row.cost] : []));
  if (costs.length === 0 || costs.length < data.length) return null;
  if (header) context.notes.leftOut.push({ what: 'table header', text: header.join(' '), why: 'the cost table has its own' });
  for (const row of read) {
    for (const text of row?.remarks ?? []) context.notes.unplaced.push({ what: 'remark in a price row', text, why: row?.cost.said ?? '' });
  }
  return costs;
}

/** Names the treatment that a heading over prices speaks of: "Price of X" is about X. */
export function treatmentIn(heading: string): string {
  const bare = heading.replace(/[\s?:.]+$/u, '');
  for (const form of vocabulary('treatmentInHeading')) {
    const name = new RegExp(form, 'iu').exec(bare)?.[1];
    if (name) return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return bare;
}

/** A title for a cost table, in words of the page's language that the heading over it does not say already; null where there are none. */
export function costTableTitle(heading: string | null, locale: string): string | null {
  return wordsFor(locale, 'costTable').find(title => title.toLowerCase() !== heading?.toLowerCase()) ?? null;
}

/** The words of a table or list, row by row; none for anything else. */
function rowsOf(unit: Unit | undefined): string[][] {
  if (unit?.kind === 'table') return unit.rows.map(cellTexts).filter(cells => cells.length > 0);
  return unit?.kind === 'list' ? unit.items.map(item => [textOf(item)]) : [];
}

function cellTexts(row: Element[]): string[] {
  return row.map(cell => textOf(cell)).filter(text => text !== '');
}

function costRow(cells: string[], { findCountry, readSums }: Context): { cost: CostRow; remarks: string[] } | null {
  const countryCell = cells.find(cell => findCountry(cell));
  const sumCell = cells.find(cell => readSums(cell).length > 0);
  const country = countryCell && findCountry(countryCell);
  const [sum, more] = sumCell ? readSums(sumCell) : [];
  // Two sums in one cell, or a whole sentence, are more than a price row says.
  if (!countryCell || !country || !sumCell || !sum || more || sumCell.length > 80) return null;
  const said = countryCell === sumCell ? sumCell : `${countryCell}: ${sumCell}`;
  const cost = { said, country: country.code, amountFrom: sum.amount, amountTo: sum.upTo, currency: sum.currency };
  return { cost, remarks: cells.filter(cell => cell !== countryCell && cell !== sumCell) };
}
