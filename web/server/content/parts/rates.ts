import { z } from 'zod';

import type { Amount, RateNote } from '../../../shared/views/cost';
import { findFirst } from '../../cms/client';

const rateTable = z.record(z.string(), z.number().positive());

/** One dated snapshot: how much of each currency one unit of the base buys. */
export interface Rates {
  base: string;
  rates: Record<string, number>;
  date: string;
  publisher: string;
  url: string | null;
  fictitious: boolean;
}

/** The newest snapshot, or null where none is known or it is not a table of numbers. */
export async function newestRates(): Promise<Rates | null> {
  const snapshot = await findFirst('exchange-rate', { fields: ['base', 'rates', 'date', 'publisher', 'url', 'fictitious'], sort: 'date:desc' });
  if (snapshot === null) return null;
  const table = rateTable.safeParse(snapshot.rates);
  if (!table.success) return null;
  const { base, date, publisher, url, fictitious } = snapshot;
  return { base, date, publisher, url, fictitious: fictitious ?? false, rates: { ...table.data, [base]: 1 } };
}

/** The currencies that sums can be converted into, by code. */
export function knownCurrencies(rates: Rates | null): string[] {
  return Object.keys(rates?.rates ?? {}).sort();
}

/** A sum in another currency, rounded to what a conversion can say; null where a rate is missing. */
export function convert(amount: Amount, currency: string, rates: Rates | null): Amount | null {
  if (amount.currency === currency) return amount;
  const from = rates?.rates[amount.currency];
  const to = rates?.rates[currency];
  if (from === undefined || to === undefined) return null;
  const converted = (sum: number) => toThreeFigures((sum / from) * to);
  return { from: converted(amount.from), to: amount.to === null ? null : converted(amount.to), currency };
}

/** A quoted 41,500 zł is not 9,738.61 €: more than three figures pretend to know what the bank will charge. */
function toThreeFigures(sum: number): number {
  const rounded = Number(sum.toPrecision(3));
  return rounded < 10 ? rounded : Math.round(rounded);
}

/** How the sums of a page were converted; null where none had to be. */
export function rateNote(amounts: { original: Amount; converted: Amount | null }[], rates: Rates | null): RateNote | null {
  const used = amounts.find(({ original, converted }) => converted !== null && converted.currency !== original.currency);
  if (used?.converted == null || rates === null) return null;
  const { date, publisher, url, fictitious } = rates;
  return { currency: used.converted.currency, date, publisher, url, fictitious };
}
