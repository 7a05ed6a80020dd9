import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { TreatmentCard } from '../../shared/views/treatment';
import { toCards, type CardPlace } from './parts/cards';
import { withoutCitations } from './parts/citations';
import type { Reader } from './reader';

const treatmentCardQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'specialty', 'summary'],
} as const satisfies Query<'treatment'>;

function toTreatmentCard(treatment: Entry<'treatment', typeof treatmentCardQuery>, place: CardPlace): TreatmentCard {
  const { name, specialty, summary } = treatment;
  return { ...place, name, specialty, summary: withoutCitations(summary) };
}

/** Cards of the treatments that have a version in the reader's language, by name. */
export async function listTreatments(reader: Reader, filters: Filters<'treatment'> = {}): Promise<TreatmentCard[]> {
  const rows = await findAll('treatment', { ...treatmentCardQuery, locale: reader.words, filters, sort: 'name' });
  return [...toCards('treatment', rows, reader, toTreatmentCard).values()];
}
