import { expect, it } from 'vitest';

import { withOutline, withoutGaps } from '../../app/utils/outline';
import type { BlockView } from '../../shared/views/blocks';
import type { RichNode } from '../../shared/views/rich-text';

function heading(level: 2 | 3 | 4): RichNode {
  return { kind: 'heading', level, id: `h${level}`, children: [] };
}

function text(...levels: (2 | 3 | 4)[]): BlockView {
  return { type: 'block.text', key: 'aaaaaaaa', lang: null, nodes: levels.map(heading) };
}

function action(): BlockView {
  return { type: 'block.call-to-action', key: 'bbbbbbbb', lang: null, title: 'Ask', text: [], requestPath: '/en/request' };
}

function questions(): BlockView {
  return { type: 'block.faq', key: 'cccccccc', lang: null, title: 'Questions', headingId: 'questions', items: [] };
}

function levels(nodes: RichNode[]): number[] {
  return nodes.flatMap(node => (node.kind === 'heading' ? [node.level] : []));
}

it('brings up a heading that skips a level, whichever an editor picked', () => {
  expect(levels(withoutGaps([heading(4), heading(4), heading(2), heading(4)], 1))).toEqual([2, 3, 2, 3]);
});

it('puts the title of a block one level below the heading before it', () => {
  const outline = withOutline([action(), text(2), action(), text(3), action()]);
  expect(outline.map(({ level }) => level)).toEqual([2, 2, 3, 3, 4]);
});

it('makes questions and answers a section of their own', () => {
  const outline = withOutline([text(2, 3), questions(), action()]);
  expect(outline.map(({ level }) => level)).toEqual([2, 2, 3]);
});

it('never skips a level from one block to the next', () => {
  const outline = withOutline([text(3), text(4, 4), text(2, 4)]);
  expect(outline.flatMap(({ block }) => (block.type === 'block.text' ? levels(block.nodes) : []))).toEqual([2, 3, 4, 2, 3]);
});
