import { z } from 'zod';

import type { Amount, RateNote, RateSource } from '../../../shared/views/cost';
import { findAll } from '../../cms/client';
import { isoDate, today } from './today';

/** The currency that all rates are of. */
const base = 'EUR';

/** An older rate is not used: a sum made with it would pass for one of today. */
const daysOfUse = 90;
const dayMs = 24 * 60 * 60 * 1000;

/** The rates of one day from one publisher, as the CMS holds them. */
interface Snapshot extends Omit<RateSource, 'currencies' | 'fictitious'> {
  fictitious: boolean | null;
  rates: unknown;
}

/** How much of a currency one euro buys, and who says so. */
interface Rate {
  value: number;
  source: Snapshot;
}

/** The rate of each currency but the euro, by its code. */
export type Rates = ReadonlyMap<string, Rate>;

const rateTable = z.record(z.string(), z.number().positive());

/** The newest rate of each currency. */
export async function newestRates(): Promise<Rates> {
  const snapshots = await findAll('exchange-rate', {
    fields: ['rates', 'date', 'publisher', 'url', 'fictitious'],
    filters: { base: { $eq: base }, $or: [{ date: { $gte: firstDayOfUse(today()) } }, { fictitious: { $eq: true } }] },
    sort: ['date:desc', 'createdAt:desc'],
  });
  return mergeRates(snapshots, today());
}

/**
 * For each currency, its rate in the first snapshot that has it; a snapshot that is no table of numbers is passed over.
 * Rates serve for 90 days, invented ones always.
 *
 * @param snapshots the newest first
 */
export function mergeRates(snapshots: Snapshot[], today: string): Rates {
  const rates = new Map<string, Rate>();
  for (const source of snapshots) {
    const table = rateTable.safeParse(source.rates);
    if (!table.success || !(source.fictitious || source.date >= firstDayOfUse(today))) continue;
    for (const [currency, value] of Object.entries(table.data)) {
      if (currency !== base && !rates.has(currency)) rates.set(currency, { value, source });
    }
  }
  return rates;
}

const firstDayOfUse = (day: string): string => isoDate(Date.parse(day) - daysOfUse * dayMs);

/** The currencies that sums can be converted into, by code. */
export function knownCurrencies(rates: Rates): string[] {
  return rates.size === 0 ? [] : [base, ...rates.keys()].sort();
}

/** A sum in another currency, rounded to what a conversion can say; null where a rate is missing. */
export function convert(amount: Amount, currency: string, rates: Rates): Amount | null {
  if (amount.currency === currency) return amount;
  const [from, to] = [amount.currency, currency].map(code => (code === base ? 1 : rates.get(code)?.value));
  if (from === undefined || to === undefined) return null;
  const converted = (sum: number) => toThreeFigures((sum / from) * to);
  return { from: converted(amount.from), to: amount.to === null ? null : converted(amount.to), currency };
}

/** A quoted 41,500 zł is not 9,738.61 €: more than three figures pretend to know what the bank will charge. */
function toThreeFigures(sum: number): number {
  const rounded = Number(sum.toPrecision(3));
  return rounded < 10 ? rounded : Math.round(rounded);
}

/** By which rates the sums of a page were converted, each with its date and source; null where none had to be. */
export function rateNote(amounts: { original: Amount; converted: Amount | null }[], rates: Rates): RateNote | null {
  const pairs = amounts.flatMap(({ original, converted }) => (converted === null || converted.currency === original.currency ? [] : [[original.currency, converted.currency] as const]));
  const [first] = pairs;
  if (first === undefined) return null;

  const currencies = new Map<Snapshot, string[]>();
  for (const code of [...new Set(pairs.flat())].sort()) {
    const source = rates.get(code)?.source;
    if (source) currencies.set(source, [...(currencies.get(source) ?? []), code]);
  }
  const sources = [...currencies].map(([{ date, publisher, url, fictitious }, codes]) => ({ date, publisher, url, fictitious: fictitious ?? false, currencies: codes }));
  return { currency: first[1], sources: sources.sort(newestFirst) };
}

function newestFirst(one: RateSource, other: RateSource): number {
  return other.date.localeCompare(one.date) || other.currencies.length - one.currencies.length;
}
