import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import { inAlphabet } from '../../shared/format/names';
import { priceAge } from '../../shared/price-age';
import type { CostItemView, CostRow, RateNote } from '../../shared/views/cost';
import type { DocumentLink } from '../../shared/views/page';
import { documentLinks } from './parts/document-links';
import { convert, newestRates, rateNote, type Rates } from './parts/rates';
import { sourceSelection, toSourceLink } from './parts/sources';
import { today } from './parts/today';
import { bestVersion, byDocument } from './parts/versions';
import { foreignLanguage, type Reader } from './reader';
import { referenceCurrency } from './site';

const link = { fields: ['documentId'] } as const;

export const costQuery = {
  fields: ['documentId', 'country', 'amountFrom', 'amountTo', 'currency', 'asOf'],
  populate: { treatment: link, clinic: link, source: sourceSelection, included: link, excluded: link },
} as const satisfies Query<'cost-entry'>;

export type CostEntry = Entry<'cost-entry', typeof costQuery>;

/** What the rows of a table share. */
export interface CostContext {
  /** ISO date that ages are counted to. */
  today: string;
  currency: string;
  rates: Rates;
  treatments: Map<string, DocumentLink>;
  clinics: Map<string, DocumentLink>;
  /** By treatment, all that its prices say anything of: one list, so that its rows can be compared. */
  items: Map<string, CostItemView[]>;
}

export interface CostTable { rows: CostRow[]; rate: RateNote | null }

export function toCostRow(entry: CostEntry, context: CostContext): CostRow {
  const original = { from: entry.amountFrom, to: entry.amountTo, currency: entry.currency };
  const age = priceAge(entry.asOf, context.today);
  const items = context.items.get(treatmentOf(entry)) ?? [];
  const [included, excluded] = [documentIds(entry.included), documentIds(entry.excluded)];
  return {
    documentId: entry.documentId,
    treatment: entry.treatment === null ? null : (context.treatments.get(entry.treatment.documentId) ?? null),
    country: entry.country,
    clinic: entry.clinic === null ? null : (context.clinics.get(entry.clinic.documentId) ?? null),
    original,
    converted: age.state === 'withdrawn' ? null : convert(original, context.currency, context.rates),
    asOf: entry.asOf,
    age,
    source: toSourceLink(entry.source),
    included: items.filter(({ documentId }) => included.has(documentId)),
    excluded: items.filter(({ documentId }) => excluded.has(documentId)),
    unstated: items.filter(({ documentId }) => !included.has(documentId) && !excluded.has(documentId)),
  };
}

/** Looks up what the rows of these entries name. */
export async function costContext(entries: CostEntry[], reader: Reader, currency: string, rates: Rates): Promise<CostContext> {
  const [treatments, clinics, items] = await Promise.all([
    documentLinks('treatment', documentIds(entries.map(entry => entry.treatment)), reader),
    documentLinks('clinic', documentIds(entries.map(entry => entry.clinic)), reader),
    comparedItems(entries, reader),
  ]);
  return { today: today(), currency, rates, treatments, clinics, items };
}

/**
 * The costs that match in the visitor's reference currency, cheapest first, with the note on how they were converted;
 * without those that are withdrawn for their age, which the comparison alone lists.
 *
 * @param choose which of them are shown, where not all are
 */
export async function costTable(filters: Filters<'cost-entry'>, reader: Reader, choose = (rows: CostRow[]) => rows): Promise<CostTable> {
  const [entries, rates, currency] = await Promise.all([
    findAll('cost-entry', { ...costQuery, filters }),
    newestRates(),
    referenceCurrency(reader.locale),
  ]);
  const context = await costContext(entries, reader, currency, rates);
  const rows = choose(entries.map(entry => toCostRow(entry, context)).filter(isCompared).sort(byPrice));
  return { rows, rate: rateNote(rows, rates) };
}

/** Whether a price is recent enough to stand beside others. */
export function isCompared(row: CostRow): boolean {
  return row.age.state !== 'withdrawn';
}

/** Cheapest first; a sum that cannot be compared comes last. */
export function byPrice(one: CostRow, other: CostRow): number {
  const price = (row: CostRow) => row.converted?.from ?? Number.MAX_VALUE;
  return price(one) - price(other) || one.documentId.localeCompare(other.documentId);
}

/** Newest first. */
export function byDate(one: CostRow, other: CostRow): number {
  return other.asOf.localeCompare(one.asOf) || byPrice(one, other);
}

function documentIds(linked: ({ documentId: string } | null)[]): Set<string> {
  return new Set(linked.flatMap(one => one?.documentId ?? []));
}

function treatmentOf(entry: Pick<CostEntry, 'treatment'>): string {
  return entry.treatment?.documentId ?? '';
}

/** By treatment, what any of its prices includes or leaves out, those on other pages too, in the reader's alphabet. */
async function comparedItems(entries: CostEntry[], reader: Reader): Promise<Map<string, CostItemView[]>> {
  if (entries.length === 0) return new Map();
  const ofTreatments = { treatment: { documentId: { $in: [...documentIds(entries.map(entry => entry.treatment))] } } };
  const others = await findAll('cost-entry', { fields: ['documentId'], populate: { treatment: link, included: link, excluded: link }, filters: ofTreatments });
  const compared = new Map<string, Set<string>>();
  for (const entry of [...entries, ...others]) {
    const known = compared.get(treatmentOf(entry)) ?? new Set();
    compared.set(treatmentOf(entry), known.union(documentIds([...entry.included, ...entry.excluded])));
  }
  const items = await costItems([...new Set([...compared.values()].flatMap(ids => [...ids]))], reader);
  return new Map([...compared].map(([treatment, ids]) => [treatment, items.filter(({ documentId }) => ids.has(documentId))]));
}

async function costItems(ids: string[], reader: Reader): Promise<CostItemView[]> {
  if (ids.length === 0) return [];
  const rows = await findAll('cost-item', { fields: ['documentId', 'locale', 'sourceLocale', 'name'], locale: '*', filters: { documentId: { $in: ids } } });
  const items = [...byDocument(rows)].flatMap(([documentId, versions]) => {
    const version = bestVersion(versions, reader.words);
    return version === null ? [] : [{ documentId, label: version.name, lang: foreignLanguage(version.locale, reader) }];
  });
  return inAlphabet(items, reader.words, item => item.label);
}
