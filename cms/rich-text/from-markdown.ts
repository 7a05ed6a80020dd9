import type { Root } from 'mdast';
import { fromMarkdown as parse } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

import type { RichText } from './blocks.ts';
import { fromMdast } from './from-mdast.ts';

/** Parses Markdown as people write it today: CommonMark with strikethrough, tables and bare links. */
export function parseMarkdown(markdown: string): Root {
  return parse(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Turns Markdown into Strapi Blocks; see `fromMdast` for what is kept and what is set aside. */
export function fromMarkdown(markdown: string): RichText {
  return fromMdast(parseMarkdown(markdown));
}
