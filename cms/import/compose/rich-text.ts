import type { Element } from 'hast';
import { toMdast } from 'hast-util-to-mdast';

import type { BlockNode } from '../../rich-text/blocks.ts';
import { fromMdast } from '../../rich-text/from-mdast.ts';
import type { Notes } from '../notes.ts';

const below = { 1: 2, 2: 3, 3: 4, 4: 4 } as const;

/** Turns elements into Strapi Blocks that are read by themselves: their headings start at level 2 and skip none. */
export function toBlocks(elements: Element[], notes: Notes): BlockNode[] {
  let above: keyof typeof below = 1;
  return toRunningBlocks(elements, notes).map((node) => {
    if (node.type !== 'heading') return node;
    const level = node.level > below[above] ? below[above] : node.level;
    above = level;
    return { ...node, level };
  });
}

/** Turns elements into Strapi Blocks; what Blocks cannot hold goes to the notes. */
export function toRunningBlocks(elements: Element[], notes: Notes): BlockNode[] {
  const tree = toMdast({ type: 'root', children: elements });
  if (tree.type !== 'root') throw new TypeError('A root must give a root.');
  const { blocks, unplaced } = fromMdast(tree);
  for (const { kind, text, url } of unplaced) {
    if (kind === 'link') notes.unplaced.push({ what: 'link target', text: '', why: `${url || '(none)'}; its words "${text}" are kept` });
    else if (text !== '' || url) notes.unplaced.push({ what: kind, text, why: url ?? 'rich text has no place for it' });
  }
  return blocks;
}
