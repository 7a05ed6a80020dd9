import type { BlockNode, TextNode } from '@polyclinic/shared-types';

// Strapi Blocks, as far as the site allows them: the editor's `image` and `code` blocks are left out on purpose.
export type { BlockNode, HeadingNode, InlineNode, ListItemNode, ListNode, ParagraphNode, TextNode } from '@polyclinic/shared-types';

export type Marks = Omit<TextNode, 'type' | 'text'>;

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
