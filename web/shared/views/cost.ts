import type { PriceAge } from '../price-age';
import type { DocumentLink, LanguageLink } from './page';
import type { SourceLink } from './source';

/** A sum in the currency in which it was quoted; `to` is null where only "from" is known. */
export interface Amount {
  from: number;
  to: number | null;
  currency: string;
}

/** What a price may include; `lang` where its name is in another language than the page. */
export interface CostItemView { documentId: string; label: string; lang: string | null }

export interface CostRow {
  documentId: string;
  treatment: DocumentLink | null;
  /** ISO 3166-1. */
  country: string;
  clinic: DocumentLink | null;
  original: Amount;
  /** In the asked-for currency, rounded; null where no rate is known, and of a withdrawn price. Equals `original` where the currency is the same. */
  converted: Amount | null;
  /** ISO date. */
  asOf: string;
  age: PriceAge;
  source: SourceLink | null;
  /** Together all that any price of the treatment says of: the same for each of its rows. */
  included: CostItemView[];
  excluded: CostItemView[];
  unstated: CostItemView[];
}

/** By which rates sums were converted. */
export interface RateNote {
  /** What they were converted into. */
  currency: string;
  /** The newest first; seldom more than one. */
  sources: RateSource[];
}

export interface RateSource {
  /** ISO date. */
  date: string;
  publisher: string;
  url: string | null;
  fictitious: boolean;
  /** The currencies whose rates are from there. */
  currencies: string[];
}

/** What several prices that can be compared come to. */
export interface PriceRange {
  /** From the lowest to the highest sum that any of them states; `to` is null where none states more than the lowest. */
  amount: Amount;
  /** Whether one of them states no upper bound, so that it may come to more. */
  open: boolean;
  /** Whether any of them was converted. */
  approximate: boolean;
  /** How many there are. */
  prices: number;
}

export interface CountryRange { country: string; range: PriceRange }

export interface TreatmentRange {
  treatment: DocumentLink;
  /** This page with the prices of the treatment alone. */
  path: string;
  range: PriceRange;
  /** The price that "from" names. */
  lowest: Pick<CostRow, 'country' | 'clinic' | 'asOf' | 'age'>;
  /** The cheapest first. */
  countries: CountryRange[];
}

export interface CostsView {
  /** The prices of this page of the list that are compared. */
  rows: CostRow[];
  /** Those too old for it, newest first; they follow the others in the list. */
  withdrawn: CostRow[];
  page: number;
  pageCount: number;
  /** How many prices match, on all pages, withdrawn ones among them. */
  total: number;
  /** By treatment, of all that matches. */
  ranges: TreatmentRange[];
  /** The same selection as a file. */
  csvPath: string;
  rate: RateNote | null;
  currency: string;
  currencies: string[];
  treatments: { slug: string; label: string }[];
  countries: string[];
  /** What the address asked for, after the allow-list. */
  filter: { treatment: string | null; country: string | null; sort: CostSort };
  languages: LanguageLink[];
}

export type CostSort = 'price' | '-price' | 'date' | 'country';
