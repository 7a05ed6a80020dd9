import type { LanguageLink } from './page';

/** What can be found, in the order in which it is offered. */
export const searchKinds = ['article', 'treatment', 'condition', 'clinic', 'person', 'question', 'term', 'page'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** The longest query that is looked for, in characters; what is beyond is dropped. */
export const QUERY_LENGTH = 100;

/** A piece of text; `marked` where it is what was looked for. */
export interface MarkedText {
  text: string;
  marked: boolean;
}

export interface SearchHit {
  id: string;
  kind: SearchKind;
  path: string;
  title: MarkedText[];
  /** Title of the document that a question stands in. */
  partOf: string | null;
  fragment: MarkedText[];
}

/** How much there is of a kind. */
export interface KindCount {
  kind: SearchKind;
  count: number;
}

export interface SearchView {
  /** As it was looked for: trimmed, at most `QUERY_LENGTH` long; empty where nothing was asked. */
  query: string;
  kind: SearchKind | null;
  /** Hits of each kind, whichever is shown; where there is none, and where nothing was asked, all that could be found. */
  kinds: KindCount[];
  items: SearchHit[];
  page: number;
  pageCount: number;
  /** Hits of the kind that is shown. */
  total: number;
  /** Whether no document has all the words, so that those with most of them are shown. */
  partial: boolean;
  /** Another spelling that finds something, where this one finds nothing. */
  suggestion: string | null;
  languages: LanguageLink[];
}
