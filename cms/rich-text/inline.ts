import type { Definition, Nodes, PhrasingContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';

import type { InlineNode, Marks, TextNode, Unplaced } from './blocks.ts';

/** What the conversion of one text shares: the targets of its reference links, and what found no place. */
export interface Context {
  definitions: Map<string, Definition>;
  unplaced: Unplaced[];
}

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

/** Flattens mdast inline content to Strapi's texts and links, with marks on each text. */
export function inlines(nodes: PhrasingContent[], context: Context): InlineNode[] {
  return tidy(nodes.flatMap(node => inline(node, {}, context)));
}

/** Makes one run of text out of several, with a separator between them. */
export function joinRuns(runs: InlineNode[][], separator: string): InlineNode[] {
  return merge(runs.flatMap((run, index) => (index === 0 ? run : [text(separator, {}), ...run])));
}

/** Sets aside what Blocks cannot hold. */
export function unplace(node: Nodes, context: Context): void {
  const entry: Unplaced = { kind: node.type, text: node.type === 'table' ? tableText(node) : toString(node) };
  if ('url' in node) entry.url = node.url;
  context.unplaced.push(entry);
}

/** One line a row, so that neighbouring cells do not run together. */
function tableText(table: Table): string {
  return table.children.map(row => row.children.map(cell => toString(cell)).join(' | ')).join('\n');
}

function inline(node: PhrasingContent, marks: Marks, context: Context): InlineNode[] {
  const inside = (children: PhrasingContent[], more: Marks = {}) =>
    children.flatMap(child => inline(child, { ...marks, ...more }, context));
  switch (node.type) {
    case 'text':
      // A newline in Markdown source is a wrapped line; in Blocks it would be a line break.
      return [text(node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' '), marks)];
    case 'break':
      return [text('\n', marks)];
    case 'strong':
      return inside(node.children, { bold: true });
    case 'emphasis':
      return inside(node.children, { italic: true });
    case 'delete':
      return inside(node.children, { strikethrough: true });
    case 'inlineCode':
      return [text(node.value, { ...marks, code: true })];
    case 'link':
      return link(node.url, inside(node.children), context);
    case 'linkReference': {
      const target = context.definitions.get(node.identifier);
      // `[@key]` is a citation even where a definition of that name happens to exist.
      if (node.identifier.startsWith('@') || !target) return [text(`[${node.label ?? node.identifier}]`, marks)];
      return link(target.url, inside(node.children), context);
    }
    default:
      unplace(node, context);
      return [];
  }
}

/** A link holds texts only. One that Strapi would refuse keeps its words and is set aside. */
function link(url: string, content: InlineNode[], context: Context): InlineNode[] {
  const texts = content.filter(node => node.type === 'text');
  if (isAllowed(url)) return texts.some(node => node.text.trim()) ? [{ type: 'link', url, children: merge(texts) }] : [];
  context.unplaced.push({ kind: 'link', text: texts.map(node => node.text).join(''), url });
  return texts;
}

function isAllowed(url: string): boolean {
  const whole = URL.parse(url.startsWith('/') ? `https://site.invalid${url}` : url);
  return whole !== null && LINK_PROTOCOLS.includes(whole.protocol);
}

function text(value: string, marks: Marks): TextNode {
  return { type: 'text', text: value, ...marks };
}

/** Joins what belongs together and takes white space off both ends. */
function tidy(nodes: InlineNode[]): InlineNode[] {
  const joined = merge(nodes);
  const first = joined[0];
  const last = joined.at(-1);
  if (first?.type === 'text') first.text = first.text.trimStart();
  if (last?.type === 'text') last.text = last.text.trimEnd();
  return joined.filter(node => node.type === 'link' || node.text !== '');
}

function merge<T extends InlineNode>(nodes: T[]): T[] {
  const joined: T[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) last.text += node.text;
    else joined.push(node);
  }
  return joined;
}

function sameMarks(one: Marks, other: Marks): boolean {
  return (['bold', 'italic', 'underline', 'strikethrough', 'code'] as const).every(mark => one[mark] === other[mark]);
}
