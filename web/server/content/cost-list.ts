import { findAll } from '../cms/client';
import { countryName, inAlphabet } from '../../shared/format/names';
import { sectionPath } from '../../shared/paths';
import type { CostRow, CostSort, CostsView } from '../../shared/views/cost';
import { byDate, byPrice, costContext, costQuery, isCompared, toCostRow } from './cost';
import { treatmentRanges } from './cost-ranges';
import { namedVersions } from './parts/document-links';
import { notFound } from './parts/errors';
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

const PAGE_SIZE = 50;

/** The comparison of costs. A treatment, country or currency that is not there is dropped: `filter` says what was applied. Throws 404 for a page beyond the last. */
export async function costsPage(locale: string, asked: CostsAsked, page: number): Promise<CostsView> {
  const { compared, withdrawn, rates, chosenIn, ...choices } = await selectCosts(locale, asked);
  const { currency, ownCurrency, country, sort } = choices;
  const total = compared.length + withdrawn.length;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > pageCount) throw notFound(`page ${page} of the costs`);

  const [start, end] = [(page - 1) * PAGE_SIZE, page * PAGE_SIZE];
  const rows = compared.slice(start, end);
  const query = { country, currency: currency === ownCurrency ? null : currency, sort: sort === 'price' ? null : sort };
  const ownPath = (treatment = chosenIn(locale)) => sectionPath('costs', locale, { treatment, ...query });
  // Each language has a currency of its own: one that was chosen goes along, one that was not stays.
  const otherPath = (other: string) => sectionPath('costs', other, { treatment: chosenIn(other), ...query, currency: currency === asked.currency ? currency : null });
  return {
    rows,
    withdrawn: withdrawn.slice(Math.max(0, start - compared.length), Math.max(0, end - compared.length)),
    page,
    pageCount,
    total,
    ranges: treatmentRanges(compared, slug => ownPath(slug), locale),
    csvPath: ownPath().replace('/costs', '/costs.csv'),
    // Ranges are of all pages, and so are the rates behind them.
    rate: rateNote(compared, rates),
    currency,
    currencies: choices.currencies,
    treatments: choices.treatments,
    countries: choices.countries,
    filter: { treatment: chosenIn(locale), country, sort },
    languages: languageLinksBy(other => (other === locale ? ownPath() : otherPath(other))),
  };
}

/** All prices that match, in order, with what there is to choose from. */
export async function selectCosts(locale: string, asked: CostsAsked) {
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
  const countries = [...new Set(entries.map(entry => entry.country))];
  const country = countries.find(known => known === asked.country) ?? null;

  const rows = entries
    .map(entry => toCostRow(entry, context))
    .filter(row => (chosen === null || row.treatment?.documentId === chosen[0]?.documentId) && (country === null || row.country === country));
  return {
    compared: rows.filter(isCompared).sort(order[asked.sort](locale)),
    withdrawn: rows.filter(row => !isCompared(row)).sort(byDate),
    rates,
    currency,
    ownCurrency,
    currencies: currencies.length === 0 ? [currency] : currencies,
    treatments: inAlphabet(treatments.flatMap(known => bestVersion(known, locale) ?? []), locale, ({ name }) => name)
      .map(({ slug, name }) => ({ slug, label: name })),
    countries: inAlphabet(countries, locale, code => countryName(code, locale)),
    country,
    sort: asked.sort,
    /** The slug of the chosen treatment in a locale. */
    chosenIn: (other: string) => (chosen === null ? null : (bestVersion(chosen, other)?.slug ?? null)),
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
