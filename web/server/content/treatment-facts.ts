import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { DocumentLink } from '../../shared/views/page';
import { toCards } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { toDays } from './parts/days';
import { mergeParts } from './parts/merge-parts';
import type { Reader } from './reader';

const factsQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'specialty', 'evidenceSummary', 'stayDaysFrom', 'stayDaysTo'],
  populate: { eligibility: { fields: ['key', 'hiddenIn', 'dimension', 'operator', 'value', 'text'] } },
} as const satisfies Query<'treatment'>;

/** A criterion as data, and in words. */
export type Criterion = Entry<'treatment', typeof factsQuery>['eligibility'][number];

/** What an article says of a treatment beside its text. */
export interface TreatmentFacts extends DocumentLink {
  slug: string;
  specialty: string;
  evidence: string | null;
  stayDays: { from: number; to: number } | null;
  eligibility: Criterion[];
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
    eligibility: mergeParts(treatment.eligibility, null, treatment.locale).map(({ part }) => part),
  }));
}
