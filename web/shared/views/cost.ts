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
  /** In the asked-for currency, rounded; null where no rate is known. Equals `original` where the currency is the same. */
  converted: Amount | null;
  /** ISO date. */
  asOf: string;
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

export interface CostsView {
  rows: CostRow[];
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
