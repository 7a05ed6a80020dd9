import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { ClinicCard } from '../../shared/views/clinic';
import { accreditationsByClinic } from './accreditation';
import { toCards, type CardPlace } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { figureSelection, toFigure } from './parts/figure';
import { today } from './parts/today';
import type { Reader } from './reader';
import { noticesByClinic } from './safety-notice';

export const clinicCardQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'summary', 'city', 'country', 'fictitious', 'languagesSpoken'],
  populate: { photos: figureSelection },
} as const satisfies Query<'clinic'>;

export type ClinicCardEntry = Entry<'clinic', typeof clinicCardQuery>;

export function toClinicCard(clinic: ClinicCardEntry, place: CardPlace, marks: ClinicMarks): ClinicCard {
  return {
    ...place,
    name: clinic.name,
    summary: withoutCitations(clinic.summary),
    city: clinic.city,
    country: clinic.country,
    fictitious: clinic.fictitious ?? false,
    photo: toFigure(clinic.photos[0] ?? null),
    ...marks,
    languagesSpoken: toLanguages(clinic.languagesSpoken),
  };
}

/** What is known of a clinic beside its own words. */
type ClinicMarks = Pick<ClinicCard, 'accreditations' | 'notices'>;

/** Looks up the accreditations and notices of these clinics, or of all: what to hand to their cards, by document. */
export async function clinicMarks(reader: Reader, clinicIds?: string[]): Promise<(documentId: string) => ClinicMarks> {
  const [accreditations, notices] = await Promise.all([accreditationsByClinic(today(), clinicIds), noticesByClinic(reader)]);
  return documentId => ({
    accreditations: (accreditations.get(documentId) ?? []).map(({ scheme, expired, validTo }) => ({ scheme, expired, validTo })),
    notices: notices.get(documentId) ?? [],
  });
}

/** `en, tr` as a list. */
export function toLanguages(languages: string | null): string[] {
  return (languages ?? '').split(',').map(language => language.trim()).filter(language => language !== '');
}

/** Cards of these clinics, by document. */
export async function clinicCards(documentIds: string[], reader: Reader): Promise<Map<string, ClinicCard>> {
  if (documentIds.length === 0) return new Map();
  const [rows, marksOf] = await Promise.all([
    findAll('clinic', { ...clinicCardQuery, locale: '*', filters: { documentId: { $in: documentIds } } }),
    clinicMarks(reader, documentIds),
  ]);
  return toCards('clinic', rows, reader, (version, place) => toClinicCard(version, place, marksOf(place.documentId)));
}
