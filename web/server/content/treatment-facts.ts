import type { Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { DocumentLink } from '../../shared/views/page';
import { toCards } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { toDays } from './parts/days';
import type { Reader } from './reader';

const factsQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'specialty', 'evidenceSummary', 'stayDaysFrom', 'stayDaysTo'],
} as const satisfies Query<'treatment'>;

/** What an article says of a treatment beside its text. */
export interface TreatmentFacts extends DocumentLink {
  slug: string;
  specialty: string;
  evidence: string | null;
  stayDays: { from: number; to: number } | null;
}

/** The facts of these treatments, by document. */
export async function treatmentFacts(documentIds: string[], reader: Reader): Promise<Map<string, TreatmentFacts>> {
  if (documentIds.length === 0) return new Map();
  const rows = await findAll('treatment', { ...factsQuery, locale: '*', filters: { documentId: { $in: documentIds } } });
  return toCards('treatment', rows, reader, (treatment, place) => ({
    ...place,
    label: treatment.name,
    slug: place.path.slice(place.path.lastIndexOf('/') + 1),
    specialty: treatment.specialty,
    evidence: treatment.evidenceSummary === null ? null : withoutCitations(treatment.evidenceSummary),
    stayDays: toDays(treatment.stayDaysFrom, treatment.stayDaysTo),
  }));
}
