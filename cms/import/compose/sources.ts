import type { Element } from 'hast';

import { attribute, findAll, textOf } from '../read/elements.ts';
import type { Unit } from '../read/units.ts';
import { clean, wordsOf } from '../text.ts';
import type { Context } from './context.ts';
import { fit, slugOf } from './limits.ts';
import type { RelatedLink, SourceDraft } from './page-draft.ts';

/** Reads the sources in the lists and paragraphs after a heading; typed numbers are noted, since the site numbers them. */
export function sourcesOf(units: Unit[], { notes }: Context): SourceDraft[] {
  const numbers: string[] = [];
  const sources = itemsOf(units).map((item) => {
    const said = textOf(item);
    const number = /^\s*\[?\d{1,3}[.)\]]\s+/.exec(said)?.[0] ?? '';
    if (number !== '') numbers.push(number.trim());
    return sourceOf(item, said.slice(number.length), notes);
  });
  if (numbers.length > 0) notes.leftOut.push({ what: 'typed numbers', text: numbers.join(' '), why: 'the site numbers its sources in order of use' });
  return sources;
}

/** Reads the links after a heading; an item without a link counts by its words. */
export function relatedOf(units: Unit[]): RelatedLink[] {
  return itemsOf(units).flatMap((item) => {
    const anchor = findAll(item, ({ tagName }) => tagName === 'a')[0];
    const title = textOf(item);
    return title === '' ? [] : [{ title, href: (anchor && attribute(anchor, 'href')) ?? '' }];
  });
}

function itemsOf(units: Unit[]): Element[] {
  return units.flatMap((unit) => {
    if (unit.kind === 'list') return unit.items;
    return unit.kind === 'text' || unit.kind === 'heading' ? [unit.node] : [];
  });
}

function sourceOf(item: Element, said: string, notes: Context['notes']): SourceDraft {
  const links = findAll(item, ({ tagName }) => tagName === 'a').map(anchor => attribute(anchor, 'href') ?? '');
  const everything = [said, ...links].join(' ');
  const url = links.find(link => /^https?:\/\/\S+$/.test(link)) ?? /https?:\/\/[^\s)\]]+/.exec(said)?.[0] ?? null;
  for (const link of links) {
    if (link !== url && /^https?:/.test(link)) notes.unplaced.push({ what: 'link target', text: '', why: `${link}; a source has one address` });
  }
  const doi = /10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;)\]]/.exec(everything)?.[0] ?? null;
  const pmid = /(?:PMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov\/)([1-9]\d{0,8})/i.exec(everything)?.[1] ?? null;
  const trialRegistration = /NCT\d{8}|ISRCTN\d{8}/.exec(everything)?.[0] ?? null;
  const bare = clean(withoutLinkWords(item, said).replace(/\(?(?:doi:?\s*)?(?:https?:\/\/\S+|10\.\d{4,9}\/\S+)\)?/gi, '').replace(/PMID:?\s*\d+\.?/gi, ''));
  const [, publisher = null, title = bare] = /^([^:.?!]{3,80}):\s+(.+)$/u.exec(bare) ?? [];
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(said)?.[0];
  return {
    said,
    citationKey: keyOf(title, year),
    type: typeOf({ doi, pmid, trialRegistration, url, publisher }),
    title: fit(title || said, 255, 'title of a source', notes),
    publisher,
    year: year ? Number(year) : null,
    doi,
    pmid,
    trialRegistration,
    url: url && url.length <= 255 ? url : null,
  };
}

/** "Link" or "Full text" after a source is no part of its title; a link around the title is. */
function withoutLinkWords(item: Element, said: string): string {
  const words = findAll(item, ({ tagName }) => tagName === 'a').map(textOf);
  const rest = words.reduce((text, label) => text.replace(label, ''), said);
  return rest.length > words.join('').length ? rest : said;
}

/** A guess that the report asks to check: what has no address and no publisher is most likely an organisation's name. */
function typeOf({ doi, pmid, trialRegistration, url, publisher }: Pick<SourceDraft, 'doi' | 'pmid' | 'trialRegistration' | 'url' | 'publisher'>): SourceDraft['type'] {
  if (doi || pmid) return 'journal_article';
  if (trialRegistration) return 'trial_registration';
  return url || publisher ? 'web_page' : 'organisation';
}

function keyOf(title: string, year: string | undefined): string {
  const words = wordsOf(title).filter(word => word.length > 3 && word !== year).slice(0, 4);
  return slugOf([...words, year ?? ''].join(' '), 56);
}
