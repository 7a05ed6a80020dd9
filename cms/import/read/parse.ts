import type { Element, ElementContent, Root, Text } from 'hast';
import { raw } from 'hast-util-raw';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';

import { parseMarkdown } from '../../rich-text/from-markdown.ts';
import { exitCodes, ImportError } from '../errors.ts';
import { isElement, wrap } from './elements.ts';
import type { PageFile } from './page-file.ts';

/** A page as one kind of tree, whatever it was written in. */
export interface ParsedPage {
  tree: Root;
  /** Front matter of a Markdown page; empty for HTML. */
  frontMatter: Record<string, string>;
}

/**
 * Parses a page; Markdown becomes the HTML tree that it stands for, with the HTML inside it.
 *
 * @throws ImportError when the front matter of a Markdown page is broken
 */
export function parsePage({ kind, text }: Pick<PageFile, 'kind' | 'text'>): ParsedPage {
  if (kind === 'html') return { tree: withSpacedTables(unified().use(rehypeParse).parse(text)), frontMatter: {} };
  const [, header = '', body = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const tree = raw(toHast(parseMarkdown(body), { allowDangerousHtml: true }));
  const content = tree.type === 'root' ? tree.children.filter(node => node.type !== 'doctype') : [];
  return { tree: withSpacedTables({ type: 'root', children: [wrap('body', content)] }), frontMatter: scalars(header) };
}

const space: Text = { type: 'text', value: ' ' };
/** What parts the words inside a cell, a table in it included. */
const partsOfCell = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'p', 'div', 'ul', 'ol', 'li'];

/** Keeps a table apart from the words beside it, and what stands in a cell apart: a cell is read as one line of words. */
function withSpacedTables(tree: Root): Root {
  visit(tree, 'element', (node) => {
    node.children = node.children.flatMap((child): ElementContent[] => (isElement(child, 'table') ? [space, child, space] : [child]));
    if (isElement(node, 'td', 'th')) visit({ type: 'root', children: node.children }, 'element', asWords);
  });
  return tree;
}

function asWords(node: Element): void {
  if (!partsOfCell.includes(node.tagName)) return;
  Object.assign(node, { tagName: 'span', properties: {}, children: [space, ...node.children, space] });
}

function scalars(header: string): Record<string, string> {
  const data = readYaml(header);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
    return value === null || text === '' ? [] : [[name, text]];
  }));
}

function readYaml(header: string): unknown {
  try {
    return parseYaml(header, { logLevel: 'error' });
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new ImportError(`The front matter (between the lines "---") cannot be read: ${reason.replace(/:$/, '')}. Mend it, or take it out.`, exitCodes.usage);
  }
}
