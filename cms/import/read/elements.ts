import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';

import { clean } from '../text.ts';

/** What browsers do not show, so that its words are not the page's. */
const unseen = ['script', 'style', 'noscript', 'template', 'head'];
const blockTags = [
  'address', 'article', 'aside', 'blockquote', 'center', 'details', 'div', 'dl', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3',
  'h4', 'h5', 'h6', 'header', 'hr', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul', 'video', 'audio', 'iframe',
];

export function isElement(node: Nodes | RootContent | undefined, ...tags: string[]): node is Element {
  return node?.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));
}

export function isUnseen(node: Nodes): boolean {
  return isElement(node, ...unseen);
}

export function isBlock(node: Nodes): boolean {
  return isElement(node, ...blockTags);
}

/** A property as text; undefined where the element lacks it. */
export function attribute(node: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = node.properties[name];
    if (Array.isArray(value)) return value.join(' ');
    if (value !== undefined && value !== null && value !== false) return String(value);
  }
  return undefined;
}

/** Tells whether the element's class has a word, as `share` in `post-share-buttons`. */
export function hasClass(node: Element, form: RegExp): boolean {
  return form.test(attribute(node, 'className') ?? '');
}

/** The words that a browser would show, on one line. */
export function textOf(node: Nodes | ElementContent[]): string {
  return clean(toText(Array.isArray(node) ? { type: 'root', children: node } : node));
}

/** All elements below a node for which the test holds, in order, without those inside another one found. */
export function findAll(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => {
    if (!test(element)) return;
    found.push(element);
    return 'skip';
  });
  return found;
}

/** A copy of an element without the elements for which the test holds. */
export function without(node: Element, test: (element: Element) => boolean): Element {
  return { ...node, children: pruned(node.children, test) };
}

function pruned(children: ElementContent[], test: (element: Element) => boolean): ElementContent[] {
  return children
    .filter(child => !(isElement(child) && test(child)))
    .map(child => (isElement(child) ? without(child, test) : child));
}

/** Wraps nodes in a new element. */
export function wrap(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
