import { richTexts } from '../account.ts';
import type { BlockNode, InlineNode, ListItemNode } from '../../rich-text/blocks.ts';
import type { DraftBlock, PageDraft } from '../compose/page-draft.ts';

/** A passage of running text. */
export interface Passage {
  text: string;
  /** It cites a source, or links to a page outside. */
  sourced: boolean;
}

/** All running text of a draft: what makes claims, but not headings, sources or prices. */
export function proseOf(draft: PageDraft): Passage[] {
  const plain = [draft.summary, ...draft.clinics.map(({ summary }) => summary), ...draft.reviews.map(({ quote }) => quote)];
  return [
    ...plain.filter(text => text !== '').map(text => ({ text, sourced: isCited(text) })),
    ...richNodesOf(draft).filter(({ type }) => type !== 'heading').flatMap(passages),
  ];
}

/** All rich text of a draft, node by node. */
export function richNodesOf(draft: PageDraft): BlockNode[] {
  return [...draft.body.flatMap(richOf), ...draft.keyTakeaways, ...draft.clinics.flatMap(({ description }) => description)];
}

function richOf(block: DraftBlock): BlockNode[] {
  if (block.__component === 'block.text' || block.__component === 'block.callout') return block.body;
  if (block.__component === 'block.list') return block.items;
  return block.__component === 'block.faq' ? block.items.flatMap(({ answer }) => answer) : [];
}

function passages(node: BlockNode): Passage[] {
  const items = node.type === 'list' ? node.children : [node];
  return items.flatMap(item =>
    item.type === 'list' ? passages(item) : richTexts([item]).map(text => ({ text, sourced: isCited(text) || item.children.some(linksOut) })),
  );
}

function isCited(text: string): boolean {
  return /\[@[\w-]+/.test(text);
}

function linksOut(node: InlineNode): boolean {
  return node.type === 'link' && /^https?:/.test(node.url);
}

/** The paths within the site that a draft's text links to. */
export function innerLinks(draft: PageDraft): string[] {
  return [...new Set(richNodesOf(draft).flatMap(linkTargets).filter(url => url.startsWith('/')))];
}

function linkTargets(node: BlockNode | InlineNode | ListItemNode): string[] {
  if (node.type === 'text') return [];
  return node.type === 'link' ? [node.url] : node.children.flatMap(linkTargets);
}
