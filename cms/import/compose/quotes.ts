import type { Element, ElementContent } from 'hast';

import { openingQuotes } from '../locales.ts';
import { findAll, hasClass, isElement, textOf, without, wrap } from '../read/elements.ts';
import { noteLinks } from '../read/note-links.ts';
import type { Unit, UnitOf } from '../read/units.ts';
import { excerpt, splitSentences } from '../text.ts';
import { mentions, opensWith } from '../vocabulary.ts';
import type { Context } from './context.ts';
import { fit } from './limits.ts';
import type { DraftBlock, ReviewDraft } from './page-draft.ts';
import { toBlocks } from './rich-text.ts';

const spokenClass = /(?:^|[\s_-])(?:quote|pullquote|testimonial|review)(?=$|[\s_-])/i;
const personName = /^\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}.’'-]*){1,3}/u;

/** Tells somebody's words from a passage set apart: by quotation marks, by class, or by a name under it. */
export function isSpoken({ boxed, node, text }: UnitOf<'quote'>): boolean {
  if (boxed) return false;
  return hasClass(node, spokenClass) || openingQuotes.some(mark => text.startsWith(mark)) || attributionOf(node) !== null;
}

/** A passage set apart becomes a callout; a first line in bold, or a heading, is its title. */
export function calloutOf({ node, text }: UnitOf<'quote'>, { notes }: Context): DraftBlock {
  const [first, ...rest] = node.children.filter(child => child.type !== 'text' || child.value.trim() !== '');
  const isTitle = isElement(first, 'h2', 'h3', 'h4', 'h5', 'h6') || isBold(first);
  const title = isTitle && first && rest.length > 0 ? fit(textOf(first), 120, 'title of a callout', notes) : null;
  const body = toBlocks([wrap('div', title === null ? node.children : rest)], notes);
  return { __component: 'block.callout', kind: kindOf(text), title, body };
}

/** Tells whether a paragraph is in bold from end to end. */
function isBold(node: ElementContent | undefined): boolean {
  if (!isElement(node, 'p')) return false;
  const [only] = node.children;
  return isElement(only, 'strong', 'b') && textOf(only) === textOf(node);
}

function kindOf(text: string): 'note' | 'advice' | 'warning' {
  if (opensWith(text, 'warning')) return 'warning';
  return opensWith(text, 'advice') ? 'advice' : 'note';
}

/**
 * Reads a patient's words as a review: the person is named under the quotation, or opens the section with a country
 * ("Ann Example from Poland is…"). Null where no person is found, or where the section is not about patients.
 */
export function reviewOf(quote: UnitOf<'quote'>, section: Unit[], context: Context): ReviewDraft | null {
  const heading = section.find(unit => unit.kind === 'heading')?.text ?? '';
  const attribution = attributionOf(quote.node);
  if (!mentions(`${heading} ${attribution?.text ?? ''}`, 'reviews')) return null;
  const person = attribution ? personIn(attribution.text, context) : personOpening(section, context);
  if (!person) return null;
  noteLinks(quote.node, 'a review', context.notes);
  const words = textOf(attribution ? attribution.quote : quote.node).replace(/^["“„«]\s*|\s*["”“»]$/gu, '');
  const [short, rest] = splitSentences(words, 500, context.locale);
  return {
    ...person,
    said: attribution?.text ?? '',
    title: titleFrom(words, context) || person.displayName,
    quote: short,
    story: rest,
  };
}

/** The first words of a review: the heading over it stays in the article, and would be said twice. */
function titleFrom(words: string, { locale }: Context): string {
  const [sentence] = splitSentences(words, 80, locale);
  return sentence === '' ? excerpt(words, 80) : sentence.replace(/\.$/, '');
}

/** The name under a quotation, and the quotation without it. */
function attributionOf(node: Element): { text: string; quote: Element } | null {
  const isName = (element: Element) => ['cite', 'footer', 'figcaption'].includes(element.tagName) || (element.tagName === 'p' && /^[—–-]\s/.test(textOf(element)));
  const names = findAll(node, isName);
  return names.length === 0 ? null : { text: names.map(textOf).join(' ').replace(/^[—–-]\s*/, ''), quote: without(node, isName) };
}

function personOpening(section: Unit[], context: Context): Pick<ReviewDraft, 'displayName' | 'country'> | null {
  const opening = section.find(unit => unit.kind === 'text')?.text ?? '';
  const [sentence] = splitSentences(opening, opening.length, context.locale);
  const person = personIn(sentence, context);
  return person?.country ? person : null;
}

function personIn(text: string, { findCountry }: Context): Pick<ReviewDraft, 'displayName' | 'country'> | null {
  const name = personName.exec(text)?.[0];
  if (!name) return null;
  const near = text.slice(name.length, name.length + 60);
  return { displayName: name.slice(0, 80), country: findCountry(near)?.code ?? null };
}
