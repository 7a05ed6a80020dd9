import type { BlocksContent, InlineNode, ListNode as RawList, TextNode } from '@polyclinic/shared-types';

import { plainText } from '../../../shared/plain-text';
import type { Inline, ListNode, Mark, RichNode, TextRun } from '../../../shared/views/rich-text';
import { splitCitations, withoutCitations, type Citations } from './citations';
import type { HeadingIds } from './heading-ids';
import type { Terms } from './terms';

/** What the texts of one page share while they are written, in the order in which a reader meets them. */
export interface PageText {
  citations: Citations;
  headingId: HeadingIds;
  /** The address that a typed link leads to, or null where it leads nowhere. */
  resolveHref: (typed: string) => string | null;
  /** Of the texts. */
  language: string;
  /** The glossary in that language; null where no term is defined in place. */
  terms: Terms | null;
}

const marks: Mark[] = ['bold', 'italic', 'underline', 'strikethrough', 'code'];

/** Rich text of the CMS as nodes of the page; paragraphs without words are left out. */
export function toNodes(content: BlocksContent | null, page: PageText): RichNode[] {
  return (content ?? []).flatMap((node): RichNode[] => {
    if (node.type === 'list') return [toList(node, page)];
    const children = toInline(node.children, node.type === 'paragraph' ? page : withoutTerms(page));
    const words = plainText(children);
    if (words === '') return [];
    switch (node.type) {
      case 'heading': {
        const id = page.headingId(words);
        page.citations.enter(words, page.language);
        return [{ kind: 'heading', level: node.level, id, children }];
      }
      case 'quote':
        return [{ kind: 'quote', children }];
      case 'paragraph':
        return [{ kind: 'paragraph', children }];
    }
  });
}

/** A plain text of the CMS, in which citations are typed. */
export function toRuns(text: string | null, page: PageText): Inline[] {
  return text === null ? [] : toInline([{ type: 'text', text }], page);
}

/** The items of all lists in a rich text, each as one line: how a list block and an importer's paragraphs are read. */
export function toItems(content: BlocksContent, page: PageText): Inline[][] {
  return toNodes(content, page).flatMap(node => (node.kind === 'list' ? node.items.map(item => item.children) : [node.children]));
}

/** For texts in which no term is to be marked: headings, and what somebody else said. */
export function withoutTerms(page: PageText): PageText {
  return { ...page, terms: null };
}

function toList(list: RawList, page: PageText): ListNode {
  const items: ListNode['items'] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') items.push({ children: toInline(child.children, page), nested: [] });
    // The editor stores a nested list beside the item that it belongs to.
    else if (items.length > 0) items.at(-1)?.nested.push(toList(child, page));
    else items.push({ children: [], nested: [toList(child, page)] });
  }
  return { kind: 'list', ordered: list.format === 'ordered', items };
}

function toInline(nodes: InlineNode[], page: PageText): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return textRuns(node, page);
    const children = node.children.map(child => textRun(child, withoutCitations(child.text))).filter(run => run.text !== '');
    const href = page.resolveHref(node.url);
    if (href === null || children.length === 0) return children;
    return [{ kind: 'link', href, external: /^https?:/.test(href), children }];
  });
}

function textRuns(node: TextNode, page: PageText): Inline[] {
  return splitCitations(node.text).flatMap((piece): Inline[] => {
    if ('words' in piece) {
      const run = textRun(node, piece.words);
      return page.terms === null ? [run] : page.terms.mark(run.text, run.marks);
    }
    return piece.keys.flatMap(key => page.citations.cite(key) ?? []);
  });
}

function textRun(node: TextNode, text: string): TextRun {
  return { kind: 'text', text, marks: marks.filter(mark => node[mark] === true) };
}
