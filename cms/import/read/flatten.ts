import type { Element, ElementContent } from 'hast';

import type { Notes } from '../notes.ts';
import { attribute, findAll, hasClass, isBlock, isElement, textOf, without, wrap } from './elements.ts';
import { noteLinks } from './note-links.ts';
import { isIcon, isTicked, pageFigure, withoutBullet, withoutIcons } from './pictures.ts';
import type { Icon, Unit, UnitsAndIcons } from './units.ts';
import { videoOf } from './videos.ts';

const boxes = /(?:^|[\s_-])(?:callout|notice|alert|infobox|admonition)(?=$|[\s_-])/i;
const buttons = /(?:^|[\s_-])(?:btn|button|cta)(?=$|[\s_-])/i;

/** Reads an article as a flat run of units; wrappers go, words stay. */
export function flatten(article: Element, notes: Notes): UnitsAndIcons {
  const icons: Icon[] = [];
  return { units: children(article.children, { icons, notes }), icons };
}

interface Context {
  icons: Icon[];
  notes: Notes;
}

function children(nodes: ElementContent[], context: Context): Unit[] {
  const units: Unit[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    if (loose.length > 0) units.push(...paragraph(wrap('p', loose), context));
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && (isBlock(node) || findAll(node, isBlock).length > 0)) {
      flush();
      units.push(...block(node, context));
    } else if (node.type !== 'comment') {
      loose.push(node);
    }
  }
  flush();
  return units;
}

function block(node: Element, context: Context): Unit[] {
  const { tagName } = node;
  if (/^h[1-6]$/.test(tagName)) return heading(node, context);
  if (hasClass(node, boxes)) return quote(node, true, context);
  switch (tagName) {
    case 'p':
      return paragraph(node, context);
    case 'figure':
      return figure(node, context);
    case 'ul':
    case 'ol':
      return list(node, context);
    case 'blockquote':
      return quote(node, false, context);
    case 'table':
      return table(node, context);
    case 'details':
      return question(node, context);
    case 'iframe':
    case 'video':
    case 'audio':
      return [embed(node)];
    case 'hr':
      return [];
    case 'dl':
    case 'pre':
      context.notes.unplaced.push({ what: tagName === 'pre' ? 'preformatted text' : 'definition list', text: textOf(node), why: 'the article has no block for it' });
      return [];
    case 'section':
      return [...children(node.children, context), { kind: 'end' }];
    case 'a':
      noteLinks(wrap('div', [node]), 'a group of paragraphs', context.notes);
      return children(node.children, context);
    default:
      return children(node.children, context);
  }
}

function heading(node: Element, { icons }: Context): Unit[] {
  const bare = withoutIcons(node, icons);
  const text = textOf(bare);
  return text === '' ? [] : [{ kind: 'heading', level: Math.max(2, Number(node.tagName.slice(1))), text, node: bare }];
}

function paragraph(node: Element, context: Context): Unit[] {
  const { bare, others } = takeOut(node, context);
  const text = textOf(bare);
  if (/^https?:\S+$/.test(text) && videoOf(text)) {
    context.notes.leftOut.push({ what: 'address of a video', text, why: 'a video block stands in its place' });
    return [{ kind: 'embed', src: text, title: '' }, ...others];
  }
  return text === '' ? others : [{ kind: 'text', text, node: bare }, ...others];
}

function quote(node: Element, boxed: boolean, context: Context): Unit[] {
  const { bare, others } = takeOut(node, context);
  return [{ kind: 'quote', boxed, text: textOf(bare), node: bare }, ...others];
}

/** Takes pictures, videos and buttons out of an element; they follow it as units of their own. */
function takeOut(node: Element, context: Context): { bare: Element; others: Unit[] } {
  const isOther = (element: Element) => ['img', 'iframe', 'video', 'svg'].includes(element.tagName) || isButton(element);
  const others = findAll(node, isOther).flatMap(element => (isButton(element) ? button(element, context) : media(element, context)));
  return { bare: without(node, isOther), others };
}

function media(element: Element, { icons }: Context): Unit[] {
  if (element.tagName === 'img' && !isIcon(element)) return [{ kind: 'figure', figure: pageFigure(element) }];
  if (element.tagName !== 'img' && element.tagName !== 'svg') return [embed(element)];
  withoutIcons(wrap('p', [element]), icons);
  return [];
}

function isButton(element: Element): boolean {
  return element.tagName === 'button' || (element.tagName === 'a' && (hasClass(element, buttons) || attribute(element, 'role') === 'button'));
}

function button(element: Element, { icons }: Context): Unit[] {
  const label = textOf(withoutIcons(element, icons));
  return label === '' ? [] : [{ kind: 'button', label, href: attribute(element, 'href') ?? '' }];
}

function embed(element: Element): Unit {
  return { kind: 'embed', src: attribute(element, 'dataSrc', 'src') ?? '', title: attribute(element, 'title')?.trim() ?? '' };
}

/** A figure around a picture; one around something else (a table, a quotation, a video) is a wrapper with a caption. */
function figure(node: Element, context: Context): Unit[] {
  const isCaption = (element: Element) => element.tagName === 'figcaption';
  const captions = findAll(node, isCaption);
  const caption = captions.map(textOf).join(' ');
  const images = findAll(node, ({ tagName }) => tagName === 'img');
  const bare = without(node, isCaption);
  if (images.length === 0 || textOf(bare) !== '') {
    const inner = children(bare.children, context);
    return caption === '' ? inner : [...inner, { kind: 'text', text: caption, node: wrap('p', [{ type: 'text', value: caption }]) }];
  }
  for (const element of captions) noteLinks(element, 'a caption', context.notes);
  return images.map((image, index) => ({ kind: 'figure', figure: pageFigure(image, index === images.length - 1 ? caption : '') }));
}

/** A list; one of pictures without words is a gallery. A picture that comes back in a list is its bullet. */
function list(node: Element, context: Context): Unit[] {
  const rows = node.children.filter(child => isElement(child, 'li'));
  const isGallery = rows.every(row => textOf(row) === '' || isElement(row.children[0], 'figure'));
  if (isGallery) return rows.flatMap(row => children(row.children, context));
  const sources = findAll(node, ({ tagName }) => tagName === 'img').map(image => attribute(image, 'src'));
  const isPicture = (element: Element) =>
    element.tagName === 'img' && !isIcon(element) && sources.filter(src => src === attribute(element, 'src')).length === 1;
  const pictures = findAll(node, isPicture).map((image): Unit => ({ kind: 'figure', figure: pageFigure(image) }));
  const bare = rows.map(row => without(row, isPicture));
  const ticked = bare.every(isTicked);
  const items = bare.map(row => withoutBullet(withoutIcons(row, context.icons)));
  return [{ kind: 'list', ordered: node.tagName === 'ol', ticked, items, node: { ...node, children: items } }, ...pictures];
}

function table(node: Element, { icons }: Context): Unit[] {
  const bare = withoutIcons(node, icons);
  const rows = findAll(bare, ({ tagName }) => tagName === 'tr').map(row => row.children.filter(cell => isElement(cell, 'td', 'th')));
  return [{ kind: 'table', rows, node: bare }];
}

function question(node: Element, context: Context): Unit[] {
  const isSummary = (element: Element) => element.tagName === 'summary';
  const asked = findAll(node, isSummary).map(textOf).join(' ');
  const { bare, others } = takeOut(without(node, isSummary), context);
  return [{ kind: 'question', question: asked, answer: { ...bare, tagName: 'div' } }, ...others];
}
