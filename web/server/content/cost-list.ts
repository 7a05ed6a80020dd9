import { findAll } from '../cms/client';
import { countryName, inAlphabet } from '../../shared/format/names';
import { sectionPath } from '../../shared/paths';
import type { CostRow, CostSort, CostsView } from '../../shared/views/cost';
import { byDate, byPrice, costContext, costQuery, toCostRow } from './cost';
import { namedVersions } from './parts/document-links';
import { knownCurrencies, newestRates, rateNote } from './parts/rates';
import { bestVersion, byDocument, languageLinksBy } from './parts/versions';
import { referenceCurrency } from './site';

export const costSorts = ['price', '-price', 'date', 'country'] as const satisfies CostSort[];

/** What an address asks of the comparison, before anything is checked against what there is. */
export interface CostsAsked {
  /** A slug in any locale. */
  treatment: string | null;
  country: string | null;
  currency: string | null;
  sort: CostSort;
}

/** The comparison of costs. A treatment, country or currency that is not there is dropped: `filter` says what was applied. */
export async function costsPage(locale: string, asked: CostsAsked): Promise<CostsView> {
  const reader = { locale, words: locale };
  const [entries, rates, ownCurrency] = await Promise.all([findAll('cost-entry', costQuery), newestRates(), referenceCurrency(locale)]);
  const currencies = knownCurrencies(rates);
  const currency = currencies.find(known => known === asked.currency) ?? ownCurrency;

  const [context, versions] = await Promise.all([
    costContext(entries, reader, currency, rates),
    namedVersions('treatment', entries.flatMap(entry => entry.treatment?.documentId ?? [])),
  ]);
  const treatments = [...byDocument(versions).values()];
  const chosen = treatments.find(known => known.some(version => version.slug === asked.treatment)) ?? null;
  const chosenSlug = (other: string) => (chosen === null ? null : (bestVersion(chosen, other)?.slug ?? null));
  const countries = [...new Set(entries.map(entry => entry.country))];
  const country = countries.find(known => known === asked.country) ?? null;

  const rows = entries
    .map(entry => toCostRow(entry, context))
    .filter(row => (chosen === null || row.treatment?.documentId === chosen[0]?.documentId) && (country === null || row.country === country))
    .sort(order[asked.sort](locale));
  const sort = asked.sort === 'price' ? null : asked.sort;
  return {
    rows,
    rate: rateNote(rows, rates),
    currency,
    currencies: currencies.length === 0 ? [currency] : currencies,
    treatments: inAlphabet(treatments.flatMap(known => bestVersion(known, locale) ?? []), locale, ({ name }) => name)
      .map(({ slug, name }) => ({ slug, label: name })),
    countries: inAlphabet(countries, locale, code => countryName(code, locale)),
    filter: { treatment: chosenSlug(locale), country, sort: asked.sort },
    languages: languageLinksBy(other => sectionPath('costs', other, {
      treatment: chosenSlug(other), country, currency: currency === ownCurrency ? null : currency, sort,
    })),
  };
}

type Order = (locale: string) => (one: CostRow, other: CostRow) => number;

const order: Record<CostSort, Order> = {
  'price': () => byPrice,
  '-price': () => (one, other) => (other.converted?.from ?? -1) - (one.converted?.from ?? -1) || byPrice(one, other),
  'date': () => byDate,
  'country': locale => (one, other) =>
    countryName(one.country, locale).localeCompare(countryName(other.country, locale), locale) || byPrice(one, other),
};
