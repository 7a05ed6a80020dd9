import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';

import { parseMarkdown } from '../../rich-text/from-markdown.ts';
import { wrap } from './elements.ts';
import type { PageFile } from './page-file.ts';

/** A page as one kind of tree, whatever it was written in. */
export interface ParsedPage {
  tree: Root;
  /** Front matter of a Markdown page; empty for HTML. */
  frontMatter: Record<string, string>;
}

/** Parses a page; Markdown becomes the HTML tree that it stands for, with the HTML inside it. */
export function parsePage({ kind, text }: Pick<PageFile, 'kind' | 'text'>): ParsedPage {
  if (kind === 'html') return { tree: unified().use(rehypeParse).parse(text), frontMatter: {} };
  const [, header = '', body = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const tree = raw(toHast(parseMarkdown(body), { allowDangerousHtml: true }));
  const content = tree.type === 'root' ? tree.children.filter(node => node.type !== 'doctype') : [];
  return { tree: { type: 'root', children: [wrap('body', content)] }, frontMatter: scalars(header) };
}

function scalars(header: string): Record<string, string> {
  const data: unknown = header === '' ? {} : parseYaml(header);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
}
