import type { Element } from 'hast';

import { attribute, findAll, textOf } from '../read/elements.ts';
import { noteLinks } from '../read/note-links.ts';
import type { Unit, UnitOf } from '../read/units.ts';
import { splitSentences } from '../text.ts';
import { vocabulary } from '../vocabulary.ts';
import type { Context } from './context.ts';
import { fit, slugOf } from './limits.ts';
import type { ClinicDraft } from './page-draft.ts';
import { toBlocks } from './rich-text.ts';

const clinicPath = /(?:^|\/)(?:clinics?|hospitals?|kliniki?)\/([\w-]+)\/?(?:[?#].*)?$/i;
const textKinds = ['text', 'list', 'quote', 'figure', 'button'];

/** A heading with what is said of one clinic. */
export interface ClinicPart {
  clinic: ClinicDraft;
  /** How many units it took. */
  length: number;
}

/** Reads a clinic's part: a heading below level 2, and under it a link of its own to the clinic's page. Null where there is none. */
export function clinicAt(units: Unit[], index: number, context: Context): ClinicPart | null {
  const heading = units[index];
  if (heading?.kind !== 'heading' || heading.level < 3) return null;
  const part = partAfter(units, index);
  const links = part.map(ownLink);
  const link = links.find(found => found !== null);
  if (!link) return null;
  const rest = part.filter((_, place) => links[place] !== link);
  return { clinic: clinicOf(heading, link, rest, context), length: part.length + 1 };
}

function partAfter(units: Unit[], index: number): Unit[] {
  const after = units.slice(index + 1);
  const end = after.findIndex(unit => !textKinds.includes(unit.kind));
  return end < 0 ? after : after.slice(0, end);
}

/** The link to a clinic, where a paragraph or a button is nothing else. */
function ownLink(unit: Unit): ClinicDraft['link'] | null {
  if (unit.kind === 'button' && clinicPath.test(unit.href)) return { label: unit.label, href: unit.href };
  if (unit.kind !== 'text') return null;
  const anchor = findAll(unit.node, ({ tagName }) => tagName === 'a')[0];
  const href = anchor && attribute(anchor, 'href');
  return anchor && href && clinicPath.test(href) && textOf(anchor) === unit.text ? { label: unit.text, href } : null;
}

function clinicOf(heading: UnitOf<'heading'>, link: ClinicDraft['link'], rest: Unit[], context: Context): ClinicDraft {
  const { locale, notes } = context;
  const place = placeOf(heading.text, context);
  const lead = rest.find(unit => unit.kind === 'text');
  if (lead) noteLinks(lead.node, 'a summary', notes);
  const [summary, more] = lead ? splitSentences(lead.text, 400, locale) : ['', ''];
  const described: Element[] = more === '' ? [] : [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: more }] }];
  const photos = [];
  for (const unit of rest) {
    if (unit.kind === 'figure') photos.push(unit.figure);
    else if (unit.kind === 'button') notes.unplaced.push({ what: 'button', text: unit.label, why: `${unit.href}; a clinic has no button` });
    else if (unit !== lead && 'node' in unit) described.push(unit.node);
  }
  const city = place.city ?? cityIn([heading.text, ...rest.flatMap(unit => (unit.kind === 'text' ? [unit.text] : []))], context);
  if (city) notes.guesses.push(`"${city}" is taken for the city of ${place.name}`);
  const slug = clinicPath.exec(link.href)?.[1]?.toLowerCase();
  return {
    said: heading.text,
    link,
    name: fit(place.name, 160, 'clinic name', notes),
    slug: slugOf(slug ?? place.name),
    country: place.country,
    countryIn: place.countryIn,
    city,
    summary,
    description: toBlocks(described, notes),
    photos,
  };
}

/** Reads "Name in Country", "Name, Country" or "Name, City, Country". */
function placeOf(heading: string, { findCountry }: Context): Pick<ClinicDraft, 'name' | 'country' | 'countryIn' | 'city'> {
  const found = findCountry(heading);
  if (!found || found.index === 0) return { name: heading, country: found?.code ?? null, countryIn: null, city: null };
  const before = heading.slice(0, found.index);
  const [, named = before, preposition = ''] = /^(.*?)((?:\s+\p{Ll}{1,3})*)[\s,(–—-]*$/u.exec(before) ?? [];
  const country = heading.slice(found.index, found.index + found.length);
  const [name = named, city] = named.split(/\s*[,(]\s*/);
  return { name: name.trim(), country: found.code, countryIn: preposition ? `${preposition.trim()} ${country}` : null, city: city?.trim() || null };
}

/** A name after "in", where it is neither a country nor a part of the world nor the start of a date. */
function cityIn(texts: string[], { findCountry, continents }: Context): string | null {
  const prepositions = vocabulary('cityAfter').join('|');
  const form = new RegExp(`(?<!\\p{L})(?:${prepositions})\\s+(\\p{Lu}\\p{Ll}[\\p{L}’'-]*(?:\\s\\p{Lu}[\\p{L}’'-]+)*)(?!\\s*\\d)`, 'gu');
  const names = texts.flatMap(text => [...text.matchAll(form)].map(match => match[1] ?? ''));
  return names.find(name => !findCountry(name) && !continents.has(name)) ?? null;
}
