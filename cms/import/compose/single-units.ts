import { textOf, wrap } from '../read/elements.ts';
import { noteLinks } from '../read/note-links.ts';
import type { PageFigure, Unit, UnitOf } from '../read/units.ts';
import { videoOf } from '../read/videos.ts';
import { mentions, opensWith } from '../vocabulary.ts';
import type { Body } from './body.ts';
import type { Context } from './context.ts';
import { fit } from './limits.ts';
import type { BlockOf, PageDraft } from './page-draft.ts';
import { calloutOf, isSpoken, reviewOf } from './quotes.ts';
import { toBlocks } from './rich-text.ts';

/** Adds a unit by its kind alone; `section` is what stands under the same heading, the heading first. */
export function addUnit(draft: PageDraft, unit: Unit, section: Unit[], body: Body, context: Context): void {
  switch (unit.kind) {
    case 'heading':
      return body.addHeading(unit.node, unit.level);
    case 'text':
      return addText(unit, body, context);
    case 'figure':
      return body.add({ __component: 'shared.figure', figure: figureOf(unit, context) });
    case 'list':
      return addList(unit, section, body, context);
    case 'quote':
      return addQuote(draft, unit, section, body, context);
    case 'table':
      return addTable(unit, body, context);
    case 'embed':
      return addEmbed(unit, body, context);
    case 'button':
      return body.add({ __component: 'block.call-to-action', title: fit(unit.label, 120, 'button', context.notes), href: unit.href });
    case 'question':
      return addQuestion(unit, body, context);
    case 'end':
      return;
  }
}

/** A picture's words, cut to what their fields hold. */
export function figureOf({ figure }: UnitOf<'figure'>, { notes }: Context): PageFigure {
  return {
    src: figure.src,
    alt: figure.alt === null ? null : fit(figure.alt, 300, 'alt text', notes),
    caption: fit(figure.caption, 500, 'caption', notes),
  };
}

/** A short line with a number and the words for it. */
export function isReadingTime(text: string): boolean {
  return text.length < 60 && /\d/.test(text) && mentions(text, 'readingTime');
}

function addText({ text, node }: UnitOf<'text'>, body: Body, { notes }: Context): void {
  if (isReadingTime(text)) notes.leftOut.push({ what: 'typed reading time', text, why: 'the site computes it' });
  else body.addText(node);
}

/** Ticked lists, questions, steps and warnings are blocks; a plain list stays in the text. */
function addList(list: UnitOf<'list'>, section: Unit[], body: Body, { notes }: Context): void {
  const kind = listKind(list, section);
  if (kind) body.add({ __component: 'block.list', kind, items: toBlocks([list.node], notes) });
  else body.addText(list.node);
}

function listKind({ items, ordered, ticked }: UnitOf<'list'>, section: Unit[]): BlockOf<'block.list'>['kind'] | null {
  const heading = section[0]?.kind === 'heading' ? section[0].text : '';
  if (items.every(item => textOf(item).endsWith('?'))) return 'questions';
  if (opensWith(heading, 'warning')) return 'warning';
  if (ordered) return 'steps';
  return ticked ? 'check' : null;
}

function addQuote(draft: PageDraft, quote: UnitOf<'quote'>, section: Unit[], body: Body, context: Context): void {
  if (!isSpoken(quote)) return body.add(calloutOf(quote, context));
  const review = reviewOf(quote, section, context);
  if (!review) return body.addText(wrap('blockquote', quote.node.children));
  const count = draft.reviews.push(review);
  context.notes.guesses.push(`the words in quotation marks are taken for those of ${review.displayName}`);
  body.add({ __component: 'block.patient-story', review: count - 1 });
}

/** The article has no block for a table without prices: each row becomes an item, and no word is lost. */
function addTable({ node, rows }: UnitOf<'table'>, body: Body, { notes }: Context): void {
  const lines = rows.map(cells => cells.map(cell => textOf(cell)).filter(text => text !== '').join(' – ')).filter(line => line !== '');
  if (lines.length === 0) return;
  noteLinks(node, 'a table made into a list', notes);
  notes.guesses.push(`a table without prices by country became a list ("${lines[0]}")`);
  body.addText(wrap('ul', lines.map(value => wrap('li', [{ type: 'text', value }]))));
}

function addEmbed({ src, title }: UnitOf<'embed'>, body: Body, { notes }: Context): void {
  const video = videoOf(src);
  if (video) body.add({ __component: 'block.video', title: title === '' ? null : fit(title, 160, 'title of a video', notes), ...video });
  else notes.unplaced.push({ what: 'embed', text: title, why: `${src || '(no address)'}; only YouTube and Vimeo have a block` });
}

/** Questions that follow one another share a block, under the heading above them. */
function addQuestion({ question, answer }: UnitOf<'question'>, body: Body, { notes }: Context): void {
  const item = { question: fit(question, 200, 'question', notes), answer: toBlocks([answer], notes) };
  const last = body.last();
  if (last?.__component === 'block.faq') last.items.push(item);
  else body.add({ __component: 'block.faq', title: body.takeHeading(160), items: [item] });
}
