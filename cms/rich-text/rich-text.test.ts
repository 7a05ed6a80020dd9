import { toMdast } from 'hast-util-to-mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';

import { fromMarkdown } from './from-markdown.ts';
import { fromMdast } from './from-mdast.ts';

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const item = (...children: unknown[]) => ({ type: 'list-item', children });

describe('Markdown to Blocks', () => {
  it('keeps paragraphs, and takes a wrapped line for a space, a hard break for a line break', () => {
    expect(fromMarkdown('One line,\nwrapped.\n\nTwo  \nlines.')).toEqual({
      blocks: [paragraph(text('One line, wrapped.')), paragraph(text('Two\nlines.'))],
      unplaced: [],
    });
  });

  it('holds headings within levels 2 to 4', () => {
    const { blocks } = fromMarkdown('# a\n\n## b\n\n### c\n\n#### d\n\n###### e');
    expect(blocks.map(block => (block.type === 'heading' ? block.level : block.type))).toEqual([2, 2, 3, 4, 4]);
  });

  it('marks bold, italic, struck and code text, also inside each other', () => {
    expect(fromMarkdown('plain **bold *both*** ~~gone~~ `code`').blocks).toEqual([
      paragraph(
        text('plain '),
        text('bold ', { bold: true }),
        text('both', { bold: true, italic: true }),
        text(' '),
        text('gone', { strikethrough: true }),
        text(' '),
        text('code', { code: true }),
      ),
    ]);
  });

  it('keeps links with the marks of their words', () => {
    expect(fromMarkdown('See [the **trial**](/articles/trial), **[all](https://example.org)**.').blocks).toEqual([
      paragraph(
        text('See '),
        { type: 'link', url: '/articles/trial', children: [text('the '), text('trial', { bold: true })] },
        text(', '),
        { type: 'link', url: 'https://example.org', children: [text('all', { bold: true })] },
        text('.'),
      ),
    ]);
  });

  it('keeps the words of a link that Strapi refuses, and says so', () => {
    expect(fromMarkdown('Jump [down](#sources).')).toEqual({
      blocks: [paragraph(text('Jump down.'))],
      unplaced: [{ kind: 'link', text: 'down', url: '#sources' }],
    });
  });

  it.each([
    'It missed its endpoint [@mesems-2021].',
    'Two sources [@mesems-2021; @ectrims-2020] agree.',
    '[@mesems-2021]: 0.94, or so they say.',
  ])('leaves citations as they are typed: %s', (line) => {
    expect(fromMarkdown(line)).toEqual({ blocks: [paragraph(text(line))], unplaced: [] });
  });

  it('takes a citation for a citation even where its name is defined', () => {
    const { blocks, unplaced } = fromMarkdown('Seen [@a-1] and [b].\n\n[@a-1]: /x\n[b]: /y');
    expect(blocks).toEqual([
      paragraph(text('Seen [@a-1] and '), { type: 'link', url: '/y', children: [text('b')] }, text('.')),
    ]);
    expect(unplaced).toEqual([{ kind: 'definition', text: '', url: '/x' }]);
  });

  it('nests lists as Strapi does: beside the item they belong to, with their depth', () => {
    expect(fromMarkdown('- a\n  1. b\n     - c\n- d').blocks).toEqual([
      {
        type: 'list',
        format: 'unordered',
        children: [
          item(text('a')),
          {
            type: 'list',
            format: 'ordered',
            indentLevel: 1,
            children: [
              item(text('b')),
              { type: 'list', format: 'unordered', indentLevel: 2, children: [item(text('c'))] },
            ],
          },
          item(text('d')),
        ],
      },
    ]);
  });

  it('joins the paragraphs of an item and of a quote', () => {
    expect(fromMarkdown('- one\n\n  two\n\n> three\n>\n> four').blocks).toEqual([
      { type: 'list', format: 'unordered', children: [item(text('one\ntwo'))] },
      { type: 'quote', children: [text('three\n\nfour')] },
    ]);
  });

  it('sets aside, in order and with its words, what Blocks cannot hold', () => {
    const markdown = [
      'Before ![A scan](scan.png) after.',
      '| Country | Price |\n| --- | --- |\n| Poland | 1 |',
      '<div>raw</div>',
      '```\nlet x;\n```',
      '---',
      '> ![In a quote](q.png)',
    ].join('\n\n');
    const { blocks, unplaced } = fromMarkdown(markdown);
    expect(blocks).toEqual([paragraph(text('Before  after.'))]);
    expect(unplaced).toEqual([
      { kind: 'image', text: 'A scan', url: 'scan.png' },
      { kind: 'table', text: 'Country | Price\nPoland | 1' },
      { kind: 'html', text: '<div>raw</div>' },
      { kind: 'code', text: 'let x;' },
      { kind: 'thematicBreak', text: '' },
      { kind: 'image', text: 'In a quote', url: 'q.png' },
    ]);
  });
});

describe('HTML to Blocks', () => {
  it('takes a tree made from HTML, with words outside paragraphs', () => {
    const html = '<h2>Title</h2>Loose <b>words</b><ul><li>One<li>Two</ul>';
    const tree = toMdast(unified().use(rehypeParse, { fragment: true }).parse(html));
    if (tree.type !== 'root') throw new Error('HTML must give a root');
    expect(fromMdast(tree).blocks).toEqual([
      { type: 'heading', level: 2, children: [text('Title')] },
      paragraph(text('Loose '), text('words', { bold: true })),
      { type: 'list', format: 'unordered', children: [item(text('One')), item(text('Two'))] },
    ]);
  });
});
