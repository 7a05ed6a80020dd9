import type { Nodes } from 'hast';

import type { Notes } from '../notes.ts';
import { attribute, findAll, textOf } from './elements.ts';

/** Notes the targets of links whose words go to a field of plain text. */
export function noteLinks(node: Nodes, where: string, notes: Notes): void {
  for (const anchor of findAll(node, ({ tagName }) => tagName === 'a')) {
    const href = attribute(anchor, 'href');
    if (href) notes.unplaced.push({ what: 'link target', text: '', why: `${href}; ${where} has no links, the words "${textOf(anchor)}" are kept` });
  }
}
