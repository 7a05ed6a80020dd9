export type Mark = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code';

export interface TextRun {
  kind: 'text';
  text: string;
  marks: Mark[];
}

/** `href` is ready to use: a link within the site leads to the document's present slug in the page's locale. */
interface LinkRun {
  kind: 'link';
  href: string;
  external: boolean;
  children: TextRun[];
}

/** One use of a source: `[3]`, led to by the source's back-links through `id` and leading to `#source-<key>`. */
export interface CitationRun {
  kind: 'citation';
  key: string;
  number: number;
  id: string;
}

/** The first use of a term of the glossary on a page; `id` is that of its definition. */
export interface TermRun {
  kind: 'term';
  id: string;
  text: string;
  marks: Mark[];
}

/** A term that a page marks, with what it means and its place in the glossary. */
export interface TermView {
  id: string;
  term: string;
  definition: string;
  path: string;
  /** Language of term and definition: that of the text in which it stands. */
  lang: string;
}

export type Inline = TextRun | LinkRun | CitationRun | TermRun;

export interface ListNode {
  kind: 'list';
  ordered: boolean;
  items: { children: Inline[]; nested: ListNode[] }[];
}

/** Rich text from a closed list of nodes; headings carry the id that the contents lead to. */
export type RichNode =
  | { kind: 'heading'; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | ListNode;
