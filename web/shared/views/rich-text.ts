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

export type Inline = TextRun | LinkRun | CitationRun;

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
