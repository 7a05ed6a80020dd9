import { plainText } from '../../../shared/plain-text';
import type { ContentsEntry } from '../../../shared/views/article';
import type { RichNode } from '../../../shared/views/rich-text';

/** The headings that a table of contents leads to. */
export function toContents(nodes: RichNode[], lang: string | null): ContentsEntry[] {
  return nodes.flatMap((node): ContentsEntry[] =>
    (node.kind === 'heading' && node.level !== 4 ? [{ id: node.id, label: plainText(node.children), level: node.level, lang }] : []));
}
