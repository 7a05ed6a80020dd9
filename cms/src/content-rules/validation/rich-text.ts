import type { Sentence } from '../../messages';
import type { Path } from '../parts';
import { isRecord } from '../write';
import { isBlank } from './blanks';
import { allFields, type DocumentRule, type Fault, type NodeRule } from './subject';

export interface RichNode {
  node: Record<string, unknown>;
  path: Path;
}

/** All nodes of a rich text, in reading order. */
export function richNodes(value: unknown, path: Path): RichNode[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((node: unknown, index) =>
    isRecord(node) ? [{ node, path: [...path, index] }, ...richNodes(node['children'], [...path, index, 'children'])] : [],
  );
}

const allowed = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'link', 'text']);
const instead: Record<string, Sentence> = {
  image: words => words.text.noImage,
  code: words => words.text.noCode,
};

/** Only nodes that the site shows; something to read where a text is required. */
export const allowedNodes: DocumentRule = subject =>
  allFields(subject)
    .filter(({ attribute }) => attribute.type === 'blocks')
    .flatMap(({ value, attribute, path }) => {
      const nodes = richNodes(value, path);
      const isEmpty = !nodes.some(({ node }) => typeof node['text'] === 'string' && !isBlank(node['text']));
      const faults: Fault[] = 'required' in attribute && attribute.required && isEmpty ? [{ path, message: words => words.text.empty }] : [];
      for (const { node } of nodes) {
        const type = String(node['type']);
        if (!allowed.has(type)) faults.push({ path, message: instead[type] ?? (words => words.text.notShown(type)) });
      }
      return faults;
    });

/** A rich text without the nodes that the site does not show: a draft may hold some. */
export function shownNodes(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter(isRecord).filter(({ type }) => allowed.has(String(type))).map(node => ('children' in node ? { ...node, children: shownNodes(node['children']) } : node));
}

/** Headings start at the second level, below the page's title, and skip none. The text blocks of a page are read as one text. */
export const headingLevels: DocumentRule = (subject) => {
  const faults: Fault[] = [];
  const levels = new Map<string, number>();
  for (const node of subject.nodes) {
    for (const { path, value } of allFields({ ...subject, nodes: [node] }).filter(({ attribute }) => attribute.type === 'blocks')) {
      const text = node.uid === 'block.text' ? String(path[0]) : path.join('.');
      for (const heading of richNodes(value, path).filter(entry => entry.node['type'] === 'heading')) {
        const level = Number(heading.node['level']);
        const above = levels.get(text) ?? 1;
        if (level < 2 || level > 4) faults.push({ path, message: words => words.text.headingLevel(level) });
        else if (level > above + 1) faults.push({ path, message: words => words.text.headingSkips(level, above) });
        levels.set(text, level);
      }
    }
  }
  return faults;
};

/** Rich text that is read entry by entry. */
export const onlyLists = (name: string): NodeRule => (node) => {
  const value = node.value[name];
  if (!Array.isArray(value) || value.every(entry => isRecord(entry) && entry['type'] === 'list')) return [];
  return [{ path: [...node.path, name], message: words => words.text.onlyLists }];
};
