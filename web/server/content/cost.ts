import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { CostItemView, CostRow, RateNote } from '../../shared/views/cost';
import type { DocumentLink } from '../../shared/views/page';
import { documentLinks } from './parts/document-links';
import { convert, newestRates, rateNote, type Rates } from './parts/rates';
import { sourceSelection, toSourceLink } from './parts/sources';
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
  currency: string;
  rates: Rates | null;
  treatments: Map<string, DocumentLink>;
  clinics: Map<string, DocumentLink>;
  items: Map<string, CostItemView>;
}

export interface CostTable { rows: CostRow[]; rate: RateNote | null }

export function toCostRow(entry: CostEntry, context: CostContext): CostRow {
  const original = { from: entry.amountFrom, to: entry.amountTo, currency: entry.currency };
  const items = (linked: { documentId: string }[]) => linked.flatMap(({ documentId }) => context.items.get(documentId) ?? []);
  return {
    documentId: entry.documentId,
    treatment: entry.treatment === null ? null : (context.treatments.get(entry.treatment.documentId) ?? null),
    country: entry.country,
    clinic: entry.clinic === null ? null : (context.clinics.get(entry.clinic.documentId) ?? null),
    original,
    converted: convert(original, context.currency, context.rates),
    asOf: entry.asOf,
    source: toSourceLink(entry.source),
    included: items(entry.included),
    excluded: items(entry.excluded),
  };
}

/** Looks up what the rows of these entries name. */
export async function costContext(entries: CostEntry[], reader: Reader, currency: string, rates: Rates | null): Promise<CostContext> {
  const ids = (linked: ({ documentId: string } | null)[]) => linked.flatMap(one => one?.documentId ?? []);
  const [treatments, clinics, items] = await Promise.all([
    documentLinks('treatment', ids(entries.map(entry => entry.treatment)), reader),
    documentLinks('clinic', ids(entries.map(entry => entry.clinic)), reader),
    costItems(ids(entries.flatMap(entry => [...entry.included, ...entry.excluded])), reader),
  ]);
  return { currency, rates, treatments, clinics, items };
}

/** The costs that match in the reference currency of the reader's language, cheapest first, with the note on how they were converted. */
export async function costTable(filters: Filters<'cost-entry'>, reader: Reader): Promise<CostTable> {
  const [entries, rates, currency] = await Promise.all([
    findAll('cost-entry', { ...costQuery, filters }),
    newestRates(),
    referenceCurrency(reader.words),
  ]);
  const context = await costContext(entries, reader, currency, rates);
  const rows = entries.map(entry => toCostRow(entry, context)).sort(byPrice);
  return { rows, rate: rateNote(rows, rates) };
}

/** Cheapest first; a sum that cannot be compared comes last. */
export function byPrice(one: CostRow, other: CostRow): number {
  const price = (row: CostRow) => row.converted?.from ?? Number.MAX_VALUE;
  return price(one) - price(other) || one.documentId.localeCompare(other.documentId);
}

async function costItems(documentIds: string[], reader: Reader): Promise<Map<string, CostItemView>> {
  const ids = [...new Set(documentIds)];
  if (ids.length === 0) return new Map();
  const rows = await findAll('cost-item', { fields: ['documentId', 'locale', 'sourceLocale', 'name'], locale: '*', filters: { documentId: { $in: ids } } });
  const items = [...byDocument(rows)].flatMap(([documentId, versions]) => {
    const version = bestVersion(versions, reader.words);
    return version === null ? [] : [{ documentId, label: version.name, lang: foreignLanguage(version.locale, reader) }];
  });
  return new Map(items.map(item => [item.documentId, item]));
}
