import { createHash } from 'node:crypto';

import type { ClinicDraft, DraftBlock, PageDraft, ReviewDraft } from '../compose/page-draft.ts';
import type { PageFigure } from '../read/units.ts';
import type { Data } from './client.ts';

/** What the draft's parts are in the CMS, in the draft's own order. */
export interface References {
  /** File ids by the address that the page gives; null where the file was not beside the page. */
  pictures: ReadonlyMap<string, number | null>;
  clinics: string[];
  treatment: string | null;
  sources: string[];
  related: string[];
  reviews: string[];
}

/** The article as REST takes it. What an editor alone decides (slug, author, review) is left out. */
export function articleData(draft: PageDraft, references: References): Data {
  const { locale, cover } = draft;
  return {
    title: draft.title,
    summary: draft.summary,
    cover: cover && figureData(cover, references),
    body: draft.body.map((block, index) => ({ ...blockData(block, draft.locale, references), key: keyOf(draft, index) })),
    keyTakeaways: draft.keyTakeaways,
    sources: { set: references.sources.map(documentId => ({ documentId })) },
    related: many(references.related, locale),
    ...(draft.description ? { seo: { description: draft.description } } : {}),
    ...(references.treatment ? { treatments: many([references.treatment], locale) } : {}),
    importedFrom: draft.identity,
    sourceLocale: locale,
  };
}

export function clinicData(clinic: ClinicDraft, locale: string, references: Pick<References, 'pictures'>): Data {
  const { name, slug, summary, description, country, countryIn, city, photos } = clinic;
  return { name, slug, summary, description, country, countryIn, city, photos: photos.map(photo => figureData(photo, references)), sourceLocale: locale };
}

export function reviewData({ title, displayName, country, quote, story }: ReviewDraft, slug: string, locale: string): Data {
  const rest = story === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', text: story }] }];
  return { title, slug, displayName, country, quote, story: rest, moderationState: 'submitted', verificationMethod: 'none', sourceLocale: locale };
}

function blockData(block: DraftBlock, locale: string, references: References): Data {
  const { __component } = block;
  switch (__component) {
    case 'shared.figure':
      return { __component, ...figureData(block.figure, references) };
    case 'block.cost-table':
      return { __component, title: block.title, treatment: many(references.treatment ? [references.treatment] : [], locale) };
    case 'block.clinic-cards':
      return { __component, clinics: many(at(references.clinics, block.clinics), locale) };
    case 'block.patient-story':
      return { __component, review: many(at(references.reviews, [block.review]), locale) };
    case 'block.call-to-action':
      return { __component, title: block.title };
    default:
      return { ...block };
  }
}

function figureData({ src, alt, caption }: PageFigure, { pictures }: Pick<References, 'pictures'>): Data {
  return { image: pictures.get(src) ?? null, alt, caption };
}

function many(documentIds: string[], locale: string): Data {
  return { set: documentIds.map(documentId => ({ documentId, locale })) };
}

function at(documentIds: string[], places: number[]): string[] {
  return [...new Set(places.flatMap(place => documentIds[place] ?? []))];
}

/** The same block of the same page has the same key at every import, so that other locales still find their counterpart. */
function keyOf({ identity, body }: PageDraft, index: number): string {
  const component = body[index]?.__component;
  const number = body.slice(0, index).filter(block => block.__component === component).length;
  return shortHash(`${identity} ${component} ${number}`, 8);
}

/** Letters and digits that stand for a text. */
export function shortHash(text: string, length: number): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${hex}`).toString(36).slice(-length);
}
