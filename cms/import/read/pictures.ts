import type { Element, ElementContent } from 'hast';

import { mentions } from '../vocabulary.ts';
import { attribute, findAll, hasClass, textOf, without } from './elements.ts';
import type { Icon, PageFigure } from './units.ts';

const iconName = /(?:^|[\W_])(?:icons?|ico|check|checkmark|tick|bullet|emoji|smiley|flags?)(?=$|[\W_\d])/i;

/** Reads a picture as it is used; pages that load late keep its address in `data-src`. */
export function pageFigure(image: Element, caption = ''): PageFigure {
  return {
    src: attribute(image, 'dataSrc', 'dataLazySrc', 'src') ?? '',
    alt: attribute(image, 'alt')?.trim() ?? null,
    caption: caption || (attribute(image, 'title')?.trim() ?? ''),
  };
}

/** Takes the icons out of an element whose pictures stand beside words, and the drawn ones (`svg`) with them. */
export function withoutIcons(node: Element, icons: Icon[]): Element {
  const isIcon = (element: Element) => element.tagName === 'img' || element.tagName === 'svg';
  for (const image of findAll(node, isIcon)) icons.push(iconOf(image));
  return without(node, isIcon);
}

/** Tells whether a picture among words is an icon: by its name, its class, its alt or its size. */
export function isIcon(image: Element): boolean {
  const size = Number(attribute(image, 'width') ?? attribute(image, 'height') ?? Number.NaN);
  const alt = attribute(image, 'alt') ?? '';
  return size <= 48 || mentions(alt, 'icon') || mentions(alt, 'flag') || hasClass(image, iconName) || iconName.test(fileName(image));
}

/** Tells whether a list item opens with a tick rather than a plain bullet. */
export function isTicked(item: Element): boolean {
  const marked = findAll(item, element => element.tagName === 'img' || element.tagName === 'svg' || hasClass(element, iconName) || element.tagName === 'input');
  return marked.length > 0 || /^[✓✔☑✅]/u.test(textOf(item));
}

/** Takes the drawn bullets and typed numbers off the start of an item, which the list draws itself. */
export function withoutBullet(item: Element): Element {
  const [first, ...rest] = trimmedStart(item.children);
  if (first?.type === 'text') return { ...item, children: [{ ...first, value: first.value.replace(/^\s*[✓✔☑✅•·▪–—]\uFE0F?\s*/u, '') }, ...rest] };
  if (first?.type === 'element' && first.tagName === 'p') return { ...item, children: [withoutBullet(first), ...rest] };
  return { ...item, children: first ? [first, ...rest] : rest };
}

function trimmedStart(children: ElementContent[]): ElementContent[] {
  const start = children.findIndex(child => child.type !== 'text' || child.value.trim() !== '');
  return start < 0 ? [] : children.slice(start);
}

function iconOf(image: Element): Icon {
  const alt = attribute(image, 'alt', 'ariaLabel')?.trim() ?? '';
  const isFlag = mentions(alt, 'flag') || /flag/i.test(fileName(image)) || hasClass(image, /flag/i);
  return { kind: isFlag ? 'flag' : 'icon', src: attribute(image, 'src') ?? '', alt };
}

function fileName(image: Element): string {
  return attribute(image, 'src')?.split('/').at(-1) ?? '';
}
