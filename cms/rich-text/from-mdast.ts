import type { Blockquote, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';

import type { BlockNode, HeadingNode, InlineNode, ListItemNode, ListNode, ParagraphNode, RichText } from './blocks.ts';
import { inlines, joinRuns, unplace, type Context } from './inline.ts';

/**
 * Turns an mdast tree (of Markdown, or of HTML by way of `hast-util-to-mdast`) into Strapi Blocks.
 *
 * Headings are held within levels 2 to 4, since the page's title is its only level 1. Citations (`[@key]`) stay as they are typed.
 *
 * @returns the blocks, and what Blocks has no place for (images, tables, raw HTML, code, rules), in order; nothing is dropped
 */
export function fromMdast(tree: Root): RichText {
  const context: Context = { definitions: new Map(), unplaced: [] };
  for (const node of tree.children) {
    if (node.type === 'definition') context.definitions.set(node.identifier, node);
  }
  return { blocks: tree.children.flatMap(node => block(node, context)), unplaced: context.unplaced };
}

function block(node: RootContent, context: Context): BlockNode[] {
  switch (node.type) {
    case 'paragraph':
      return filled({ type: 'paragraph', children: inlines(node.children, context) });
    case 'heading':
      return filled({ type: 'heading', level: level(node.depth), children: inlines(node.children, context) });
    case 'blockquote':
      return quote(node, context);
    case 'list':
      return list(node, 0, context);
    case 'definition':
      // Resolved where it is used; a definition of a citation's name was meant as text.
      if (node.identifier.startsWith('@')) unplace(node, context);
      return [];
    default:
      if (isPhrasing(node)) return filled({ type: 'paragraph', children: inlines([node], context) });
      unplace(node, context);
      return [];
  }
}

/** HTML may leave words outside any paragraph; in Markdown that does not happen. */
function isPhrasing(node: RootContent): node is PhrasingContent {
  return ['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'link', 'linkReference'].includes(node.type);
}

function filled<T extends ParagraphNode | HeadingNode | ListItemNode>(node: T): T[] {
  return node.children.length > 0 ? [node] : [];
}

function level(depth: number): HeadingNode['level'] {
  if (depth <= 2) return 2;
  return depth === 3 ? 3 : 4;
}

/** A quote in Blocks holds one run of text: paragraphs are parted by an empty line, and lists in it follow it. */
function quote(node: Blockquote, context: Context): BlockNode[] {
  const blocks: BlockNode[] = [];
  for (const child of node.children.flatMap(inner => block(inner, context))) {
    const last = blocks.at(-1);
    if (child.type === 'list') blocks.push(child);
    else if (last?.type === 'quote') last.children = joinRuns([last.children, child.children], '\n\n');
    else blocks.push({ type: 'quote', children: child.children });
  }
  return blocks;
}

function list(node: List, depth: number, context: Context): ListNode[] {
  const children = node.children.flatMap(item => listItem(item, depth, context));
  if (children.length === 0) return [];
  const indent = depth > 0 ? { indentLevel: depth } : {};
  return [{ type: 'list', format: node.ordered ? 'ordered' : 'unordered', ...indent, children }];
}

/** An item holds one run of text; the lists inside it follow it as its siblings. */
function listItem(item: ListItem, depth: number, context: Context): ListNode['children'] {
  const words: InlineNode[][] = [];
  const nested: ListNode[] = [];
  for (const child of item.children) {
    if (child.type === 'list') nested.push(...list(child, depth + 1, context));
    else words.push(...block(child, context).flatMap(runs));
  }
  return [...filled({ type: 'list-item', children: joinRuns(words, '\n') }), ...nested];
}

function runs(node: BlockNode | ListItemNode): InlineNode[][] {
  return node.type === 'list' ? node.children.flatMap(runs) : [node.children];
}
