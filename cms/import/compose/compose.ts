import type { Element } from 'hast';

import type { Notes } from '../notes.ts';
import { wrap } from '../read/elements.ts';
import type { FoundArticle } from '../read/find-article.ts';
import { noteLinks } from '../read/note-links.ts';
import type { Unit, UnitOf } from '../read/units.ts';
import { splitSentences } from '../text.ts';
import { isNamed } from '../vocabulary.ts';
import { Body } from './body.ts';
import { clinicAt } from './clinics.ts';
import { type Context, contextOf } from './context.ts';
import { fit } from './limits.ts';
import type { PageDraft } from './page-draft.ts';
import { costTableTitle, pricesOf, treatmentIn } from './prices.ts';
import { toBlocks } from './rich-text.ts';
import { addUnit, figureOf, isReadingTime } from './single-units.ts';
import { relatedOf, sourcesOf } from './sources.ts';

/** Makes a draft of an article's units; what has no place in it goes to the notes. */
export function compose(article: FoundArticle, units: Unit[], locale: string, notes: Notes): PageDraft {
  const context = contextOf(locale, notes);
  const body = new Body(context);
  const title = fit(article.title, 160, 'title', notes);
  const draft: PageDraft = {
    identity: article.identity.slice(0, 255),
    locale,
    title,
    summary: '',
    description: article.description && fit(article.description, 160, 'description for search engines', notes),
    cover: null,
    body: body.blocks,
    keyTakeaways: [],
    clinics: [],
    treatment: null,
    costs: [],
    sources: [],
    related: [],
    reviews: [],
  };
  const rest = addOpening(draft, units, body, context);
  for (let index = 0; index < rest.length;) index += addPart(draft, rest, index, body, context);
  body.flush();
  return draft;
}

/** What stands before the first heading: the lead becomes the summary, a picture the cover. */
function addOpening(draft: PageDraft, units: Unit[], body: Body, context: Context): Unit[] {
  const start = units.findIndex(unit => unit.kind === 'heading');
  const opening = start < 0 ? units : units.slice(0, start);
  for (const unit of opening) {
    if (unit.kind === 'text' && draft.summary === '' && !isReadingTime(unit.text)) addLead(draft, unit, body, context);
    else if (unit.kind === 'figure' && !draft.cover) draft.cover = figureOf(unit, context);
    else addUnit(draft, unit, opening, body, context);
  }
  return start < 0 ? [] : units.slice(start);
}

function addLead(draft: PageDraft, { text, node }: UnitOf<'text'>, body: Body, { locale, notes }: Context): void {
  const [summary, more] = splitSentences(text, 400, locale);
  if (summary === '') return body.addText(node);
  draft.summary = summary;
  noteLinks(node, 'a summary', notes);
  if (more !== '') {
    notes.guesses.push('the lead is longer than a summary may be (400 characters): its last sentences open the text');
    body.addText(wrap('p', [{ type: 'text', value: more }]));
  }
}

/** Adds what begins at a unit; returns how many units that took. */
function addPart(draft: PageDraft, units: Unit[], index: number, body: Body, context: Context): number {
  const unit = units[index];
  if (!unit) return 1;
  if (unit.kind === 'heading') {
    const section = sectionAfter(units, index);
    const taken = addNamedSection(draft, unit, section, context) || addClinics(draft, units, index, body, context);
    if (taken > 0) return taken;
  }
  const costs = pricesOf(unit, context);
  if (costs) {
    if ('node' in unit) noteLinks(unit.node, 'a price row', context.notes);
    const heading = body.openHeading();
    draft.treatment ??= fit(treatmentIn(heading ?? draft.title), 160, 'treatment', context.notes);
    draft.costs.push(...costs);
    body.add({ __component: 'block.cost-table', title: costTableTitle(heading, context.locale) });
    return 1;
  }
  if (unit.kind === 'list' && closesVideo(units, index) && draft.keyTakeaways.length === 0) {
    draft.keyTakeaways = toBlocks([unit.node], context.notes);
    context.notes.guesses.push('the list after the video has no heading; it is taken for the key takeaways');
    return 1;
  }
  addUnit(draft, unit, sectionAround(units, index), body, context);
  return 1;
}

/** Sources, related links and takeaways are known by their headings, which the site writes itself. */
function addNamedSection(draft: PageDraft, heading: UnitOf<'heading'>, section: Unit[], context: Context): number {
  const end = section.findIndex(unit => !['list', 'text', 'heading'].includes(unit.kind));
  const part = end < 0 ? section : section.slice(0, end);
  if (part.length === 0) return 0;
  if (isNamed(heading.text, 'sources')) draft.sources.push(...sourcesOf(part, context));
  else if (isNamed(heading.text, 'related')) draft.related.push(...relatedOf(part));
  else if (isNamed(heading.text, 'takeaways')) draft.keyTakeaways.push(...toBlocks([wrap('ul', part.flatMap(entries))], context.notes));
  else return 0;
  context.notes.leftOut.push({ what: 'heading', text: heading.text, why: 'the site writes it itself' });
  return part.length + 1;
}

/** Takeaways are one list: a paragraph among them is an entry. */
function entries(unit: Unit): Element[] {
  if (unit.kind === 'list') return unit.items;
  return unit.kind === 'text' || unit.kind === 'heading' ? [wrap('li', unit.node.children)] : [];
}

/** Clinics that follow one another share a block of cards. */
function addClinics(draft: PageDraft, units: Unit[], index: number, body: Body, context: Context): number {
  const places: number[] = [];
  let next = index;
  for (let part = clinicAt(units, next, context); part; part = clinicAt(units, next, context)) {
    places.push(draft.clinics.push(part.clinic) - 1);
    next += part.length;
    while (units[next]?.kind === 'end') next += 1;
  }
  if (places.length > 0) body.add({ __component: 'block.clinic-cards', clinics: places });
  return next - index;
}

/** The units under a heading, until one of its own level or the end of its section. */
function sectionAfter(units: Unit[], index: number): Unit[] {
  const heading = units[index];
  const level = heading?.kind === 'heading' ? heading.level : 1;
  const after = units.slice(index + 1);
  const end = after.findIndex(unit => unit.kind === 'end' || (unit.kind === 'heading' && unit.level <= level));
  return end < 0 ? after : after.slice(0, end);
}

/** The heading above a unit, and all that is under it. */
function sectionAround(units: Unit[], index: number): Unit[] {
  const start = units.slice(0, index).findLastIndex(unit => unit.kind === 'heading');
  const heading = units[start];
  return heading ? [heading, ...sectionAfter(units, start)] : [];
}

/** A list of whole sentences right after a video sums the article up. */
function closesVideo(units: Unit[], index: number): boolean {
  const list = units[index];
  return units[index - 1]?.kind === 'embed' && list?.kind === 'list' && !list.ordered;
}
