import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { AccreditationView, ClinicCard } from '../../shared/views/clinic';
import { accreditationsByClinic } from './accreditation';
import { toCards, type CardPlace } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { figureSelection, toFigure } from './parts/figure';
import { today } from './parts/today';
import type { Reader } from './reader';

export const clinicCardQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'summary', 'city', 'country', 'fictitious', 'languagesSpoken'],
  populate: { photos: figureSelection },
} as const satisfies Query<'clinic'>;

export type ClinicCardEntry = Entry<'clinic', typeof clinicCardQuery>;

export function toClinicCard(clinic: ClinicCardEntry, place: CardPlace, accreditations: AccreditationView[]): ClinicCard {
  return {
    ...place,
    name: clinic.name,
    summary: withoutCitations(clinic.summary),
    city: clinic.city,
    country: clinic.country,
    fictitious: clinic.fictitious ?? false,
    photo: toFigure(clinic.photos[0] ?? null),
    accreditations: accreditations.map(({ scheme, expired }) => ({ scheme, expired })),
    languagesSpoken: toLanguages(clinic.languagesSpoken),
  };
}

/** `en, tr` as a list. */
export function toLanguages(languages: string | null): string[] {
  return (languages ?? '').split(',').map(language => language.trim()).filter(language => language !== '');
}

/** Cards of these clinics, by document. */
export async function clinicCards(documentIds: string[], reader: Reader): Promise<Map<string, ClinicCard>> {
  if (documentIds.length === 0) return new Map();
  const [rows, accreditations] = await Promise.all([
    findAll('clinic', { ...clinicCardQuery, locale: '*', filters: { documentId: { $in: documentIds } } }),
    accreditationsByClinic(today(), documentIds),
  ]);
  return toCards('clinic', rows, reader, (version, place) => toClinicCard(version, place, accreditations.get(place.documentId) ?? []));
}
