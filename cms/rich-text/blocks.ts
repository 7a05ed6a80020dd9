/**
 * Strapi Blocks, as far as the site allows them: the editor's `image` and `code` blocks are left out on purpose.
 *
 * The editor keeps a line break as a newline inside a text, and a nested list as a sibling of the item that it belongs to.
 */

export interface Marks {
  bold?: true;
  italic?: true;
  underline?: true;
  strikethrough?: true;
  code?: true;
}

export interface TextNode extends Marks {
  type: 'text';
  text: string;
}

interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface ParagraphNode {
  type: 'paragraph';
  children: InlineNode[];
}

export interface HeadingNode {
  type: 'heading';
  level: 2 | 3 | 4;
  children: InlineNode[];
}

interface QuoteNode {
  type: 'quote';
  children: InlineNode[];
}

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  /** Depth of a nested list, from 1; the outermost list has none. */
  indentLevel?: number;
  children: (ListItemNode | ListNode)[];
}

export type BlockNode = ParagraphNode | HeadingNode | QuoteNode | ListNode;

/** Something that Blocks has no place for. */
export interface Unplaced {
  /** What it was: the mdast node's type, such as `image`, `html`, `table`, `code`, `thematicBreak`. */
  kind: string;
  /** The words in it; empty where it has none, as a rule between paragraphs. */
  text: string;
  /** Where it pointed, for images and for links that Strapi refuses (their words are kept). */
  url?: string;
}

export interface RichText {
  blocks: BlockNode[];
  unplaced: Unplaced[];
}
