import { plainText } from '../../../shared/plain-text';
import type { Inline, ListNode, RichNode } from '../../../shared/views/rich-text';

/** The questions in a text: the items of its lists, or its paragraphs where it has no list. */
export function toQuestions(nodes: RichNode[]): string[] {
  const items = nodes.flatMap(node => (node.kind === 'list' ? itemsOf(node) : []));
  const texts = items.length > 0 ? items : nodes.flatMap(node => (node.kind === 'paragraph' ? [node.children] : []));
  return texts.map(children => plainText(children).trim()).filter(text => text !== '');
}

function itemsOf({ items }: ListNode): Inline[][] {
  return items.flatMap(({ children, nested }) => [children, ...nested.flatMap(itemsOf)]);
}

/** A line of a sheet in two languages; null where a language has nothing there. */
export interface QuestionPair { first: string | null; second: string | null }

/**
 * Puts the questions of two versions side by side, by their order.
 *
 * Versions with different numbers of questions say different things somewhere: put side by side they would
 * make a patient and a doctor read two different questions, so the second follows the first.
 */
export function pairQuestions(first: string[], second: string[] | null): { questions: QuestionPair[]; paired: boolean } {
  if (second === null) return { questions: first.map(text => ({ first: text, second: null })), paired: true };
  if (first.length === second.length) return { questions: first.map((text, index) => ({ first: text, second: second[index] ?? null })), paired: true };
  return { questions: [...first.map(text => ({ first: text, second: null })), ...second.map(text => ({ first: null, second: text }))], paired: false };
}
