import type { Inline, ListNode, RichNode } from './views/rich-text';

/** The words of what was written, without numbers of citations. */
export function plainText(inline: Inline[]): string {
  return inline
    .map((run) => {
      if (run.kind === 'text' || run.kind === 'term') return run.text;
      return run.kind === 'link' ? plainText(run.children) : '';
    })
    .join('')
    .trim();
}

/** The words of a rich text in one line, the items of its lists apart. */
export function plainNodes(nodes: RichNode[]): string {
  return nodes.map(node => (node.kind === 'list' ? plainList(node) : plainText(node.children))).filter(words => words !== '').join(' ');
}

function plainList(list: ListNode): string {
  return list.items.map(({ children, nested }) => [plainText(children), ...nested.map(plainList)].join(' ')).join('; ');
}
