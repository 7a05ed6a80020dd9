import type { PageDraft } from '../compose/page-draft.ts';
import { counted } from '../findings/finding.ts';
import type { PictureFiles } from '../pictures.ts';
import type { CmsClient, Data, Query } from './client.ts';
import { clinicData, reviewData } from './payload.ts';

/** What an article shows beside its own text, in the order in which it is published. */
export type LinkedType = 'treatments' | 'clinics' | 'cost-entries' | 'reviews';

/** A document that must still be published. */
export interface LinkedDocument {
  type: LinkedType;
  name: string;
  /** What it lacks, without which the CMS refuses it. */
  missing: string[];
}

interface Needs {
  fields: Record<string, string>;
  parts: Query;
}

const needs: Record<LinkedType, Needs> = {
  'treatments': { fields: { specialty: 'specialty', summary: 'summary' }, parts: {} },
  'clinics': { fields: { country: 'country', city: 'city', summary: 'summary' }, parts: { 'populate[photos][populate]': '*' } },
  'cost-entries': { fields: { treatment: 'treatment', asOf: 'as-of date', source: 'source' }, parts: { 'populate[treatment]': 'true', 'populate[source]': 'true' } },
  'reviews': { fields: {}, parts: {} },
};

/** Asks the CMS which documents are not published, or have drafts that say something else. */
export async function outstanding(ids: Record<LinkedType, string[]>, locale: string, cms: CmsClient): Promise<LinkedDocument[]> {
  const found: LinkedDocument[] = [];
  for (const type of ['treatments', 'clinics', 'cost-entries', 'reviews'] as const) {
    for (const documentId of new Set(ids[type])) {
      const read = (status: 'draft' | 'published') => cms.read(type, documentId, status, type === 'cost-entries' ? undefined : locale, needs[type].parts);
      const draft = await read('draft');
      if (draft && !sayTheSame(draft, await read('published'))) found.push(linkedDocument(type, draft));
    }
  }
  return found;
}

/** What would be outstanding if all that a page refers to were made anew. */
export function planned({ treatment, clinics, costs, reviews, locale }: PageDraft, files: PictureFiles): LinkedDocument[] {
  const pictures = new Map([...files].map(([src, file]) => [src, file === null ? null : 0]));
  return [
    ...(treatment === null ? [] : [linkedDocument('treatments', { name: treatment })]),
    ...clinics.map(clinic => linkedDocument('clinics', clinicData(clinic, locale, { pictures }))),
    ...costs.map(({ said }) => linkedDocument('cost-entries', { reference: said, treatment })),
    ...reviews.map(review => linkedDocument('reviews', reviewData(review, '', locale))),
  ];
}

function linkedDocument(type: LinkedType, data: Data): LinkedDocument {
  const fields = Object.entries(needs[type].fields).filter(([name]) => isEmpty(data[name])).map(([, word]) => word);
  return { type, name: String(data['name'] ?? data['displayName'] ?? data['reference']), missing: [...fields, ...missingOfPhotos(data['photos'])] };
}

function missingOfPhotos(photos: unknown): string[] {
  if (!Array.isArray(photos)) return [];
  const without = (isMissing: (photo: Data) => boolean, word: string) => {
    const count = photos.filter(isMissing).length;
    if (count === 0) return [];
    return [count === 1 ? word : counted(count, word)];
  };
  return [
    ...without(({ image }) => isEmpty(image), 'picture'),
    ...without(({ alt, decorative }) => isEmpty(alt) && decorative !== true, 'picture description'),
  ];
}

/** Compares the plain fields; ids and times are a version's own. */
function sayTheSame(draft: Data, published: Data | null): boolean {
  const own = ['id', 'createdAt', 'updatedAt', 'publishedAt'];
  return published !== null && Object.entries(draft).every(([name, value]) => own.includes(name) || (typeof value === 'object' && value !== null) || value === published[name]);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
