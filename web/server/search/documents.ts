import type { SearchKind } from '../../shared/views/search';

/** What is known of a document to those who look for it. */
export interface SearchDocument {
  /** Unique in the index. */
  id: string;
  kind: SearchKind;
  path: string;
  title: string;
  /** The document that it is a part of. */
  partOf: string | null;
  /** Other words for it in the locale: what search engines are told, the place of a clinic, names that editors avoid. */
  aliases: string[];
  /** What it is called in any language and script: its titles in all locales, and places. */
  names: string[];
  headings: string[];
  /** Its summary, then its paragraphs and list items. */
  passages: string[];
}
