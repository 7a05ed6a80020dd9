/** A language link: every locale of the site, leading to the same document. */
export interface LanguageLink {
  locale: string;
  path: string;
  /** Whether a version in that locale is published: only then is it an alternate for search engines. */
  published: boolean;
}

/**
 * What every page built from a document shares.
 *
 * `locale` is the visitor's, `contentLocale` that of the words: they differ where the document
 * has no version in the visitor's language, and the page then says so and is not indexed.
 */
export interface DocumentPage {
  documentId: string;
  locale: string;
  contentLocale: string;
  path: string;
  languages: LanguageLink[];
  /** The heading of the page. */
  title: string;
  /** What stands in `<title>`: the editor's words for search engines, or the heading. */
  headTitle: string;
  description: string;
}

/** An address that has moved for good: a changed slug, or a version that has its own slug by now. */
export interface Moved {
  movedTo: string;
}

/** A few words of a document; `lang` where they are in another language than the page. */
export interface Phrase {
  label: string;
  lang: string | null;
}

/** A link to another document in the page's locale. `lang` where its words are in another language. */
export interface DocumentLink extends Phrase {
  documentId: string;
  path: string;
}

export interface Paged<Item> {
  items: Item[];
  page: number;
  pageCount: number;
  total: number;
  languages: LanguageLink[];
}
