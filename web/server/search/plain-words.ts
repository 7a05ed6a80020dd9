import type { BlocksContent, InlineNode, ListNode } from '@polyclinic/shared-types';

import { withoutCitations } from '../content/parts/citations';

export interface PlainWords {
  headings: string[];
  passages: string[];
}

/** The words of rich text: headings, and apart from them its paragraphs and list items, each as one line without citations. */
export function plainWords(...contents: (BlocksContent | null)[]): PlainWords {
  const nodes = contents.flatMap(content => content ?? []);
  const headings = nodes.flatMap(node => (node.type === 'heading' ? lines(plain(node.children)) : []));
  const passages = nodes.flatMap((node) => {
    if (node.type === 'list') return itemsOf(node);
    return node.type === 'heading' ? [] : lines(plain(node.children));
  });
  return { headings, passages };
}

/** Texts of an entry that may be missing, without citations. */
export function lines(...texts: (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => {
    const line = withoutCitations(text ?? '').trim();
    return line === '' ? [] : [line];
  });
}

function itemsOf(list: ListNode): string[] {
  return list.children.flatMap(child => (child.type === 'list' ? itemsOf(child) : lines(plain(child.children))));
}

function plain(nodes: InlineNode[]): string {
  return nodes.map(node => (node.type === 'text' ? node.text : plain(node.children))).join('');
}
