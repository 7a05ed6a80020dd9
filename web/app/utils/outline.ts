import type { BlockView } from '#shared/views/blocks';
import type { RichNode } from '#shared/views/rich-text';

type Level = 2 | 3 | 4;

function within(level: number): Level {
  if (level <= 2) return 2;
  return level === 3 ? 3 : 4;
}

/** Brings headings up where one would skip a level after `last`; answers the level that holds at the end. */
function closeGaps(nodes: RichNode[], last: number): { nodes: RichNode[]; last: number } {
  let reached = last;
  const closed = nodes.map((node) => {
    if (node.kind !== 'heading') return node;
    const level = within(Math.min(node.level, reached + 1));
    reached = level;
    return { ...node, level };
  });
  return { nodes: closed, last: reached };
}

/** Rich text under a heading of level `under` without a skipped level. */
export function withoutGaps(nodes: RichNode[], under: number): RichNode[] {
  return closeGaps(nodes, under).nodes;
}

/**
 * Gives each block the level of its own title: one below the heading of the text before it, so that
 * an editor who picks any heading anywhere cannot break the outline of the page.
 */
export function withOutline(blocks: BlockView[]): { block: BlockView; level: Level }[] {
  let last = 1;
  return blocks.map((block) => {
    if (block.type === 'block.faq' && block.title !== null) {
      // Questions and answers are a section of their own, which the contents lead to.
      last = 2;
      return { block, level: 2 };
    }
    const level = within(last + 1);
    if (block.type !== 'block.text') return { block, level };
    const closed = closeGaps(block.nodes, last);
    last = closed.last;
    return { block: { ...block, nodes: closed.nodes }, level };
  });
}
