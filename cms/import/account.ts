import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

import type { BlockNode, InlineNode, ListItemNode } from '../rich-text/blocks.ts';
import type { DraftBlock, PageDraft } from './compose/page-draft.ts';
import type { Note, Notes } from './notes.ts';
import { wordsOf } from './text.ts';

/**
 * Compares the article's words with those of the draft and the notes, each as often as it occurs.
 *
 * @returns notes on the passages with words left over; none when all is accounted for
 */
export function accountFor(content: Element, draft: PageDraft, notes: Notes): Note[] {
  const held = new Map<string, number>();
  const texts = [...heldTexts(draft), ...[...notes.leftOut, ...notes.unplaced].map(({ text }) => text)];
  for (const word of texts.flatMap(wordsOf)) held.set(word, (held.get(word) ?? 0) + 1);
  const lost: Note[] = [];
  visit(content, 'text', ({ value }) => {
    const missing = wordsOf(value).filter(word => !take(held, word));
    if (missing.length > 0) lost.push({ what: 'text', text: value.trim(), why: `not placed: ${missing.join(' ')}` });
  });
  return lost;
}

function take(held: Map<string, number>, word: string): boolean {
  const count = held.get(word) ?? 0;
  if (count > 0) held.set(word, count - 1);
  return count > 0;
}

/** All words of a draft, each once: where a fact was read from a passage, the passage counts. */
export function heldTexts(draft: PageDraft): string[] {
  return [
    draft.summary,
    draft.cover?.caption ?? '',
    ...draft.body.flatMap(blockTexts),
    ...richTexts(draft.keyTakeaways),
    ...draft.clinics.flatMap(clinic => [
      clinic.said,
      clinic.link.label,
      clinic.summary,
      ...richTexts(clinic.description),
      ...clinic.photos.map(({ caption }) => caption),
    ]),
    ...draft.costs.map(({ said }) => said),
    ...draft.sources.map(({ said }) => said),
    ...draft.related.map(({ title }) => title),
    ...draft.reviews.flatMap(({ said, quote, story }) => [said, quote, story]),
  ];
}

function blockTexts(block: DraftBlock): string[] {
  switch (block.__component) {
    case 'block.text':
      return richTexts(block.body);
    case 'shared.figure':
      return [block.figure.caption];
    case 'block.callout':
      return [block.title ?? '', ...richTexts(block.body)];
    case 'block.list':
      return richTexts(block.items);
    case 'block.faq':
      return [block.title ?? '', ...block.items.flatMap(({ question, answer }) => [question, ...richTexts(answer)])];
    case 'block.video':
    case 'block.call-to-action':
      return [block.title ?? ''];
    // Its title is not the page's.
    case 'block.cost-table':
    case 'block.clinic-cards':
    case 'block.patient-story':
      return [];
  }
}

/** The texts of rich text, one for each paragraph, heading or item. */
export function richTexts(nodes: (BlockNode | ListItemNode)[]): string[] {
  return nodes.flatMap(node => (node.type === 'list' ? richTexts(node.children) : [node.children.map(inlineText).join('')]));
}

function inlineText(node: InlineNode): string {
  return node.type === 'text' ? node.text : node.children.map(({ text }) => text).join('');
}
