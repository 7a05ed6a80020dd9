/** What a field of type `json` may hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What Strapi's Blocks editor stores; only the nodes that the CMS lets be published. */
export type BlocksContent = BlockNode[];

export type BlockNode = ParagraphNode | HeadingNode | QuoteNode | ListNode;

export interface ParagraphNode {
  type: 'paragraph';
  children: InlineNode[];
}

export interface HeadingNode {
  type: 'heading';
  level: 2 | 3 | 4;
  children: InlineNode[];
}

export interface QuoteNode {
  type: 'quote';
  children: InlineNode[];
}

export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  /** How deep the editor indents it; it leaves the outermost list without one. */
  indentLevel?: number;
  /** A nested list stands beside the items, after the one it belongs to. */
  children: (ListItemNode | ListNode)[];
}

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface TextNode {
  type: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
}

export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}
