import type { Filters } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import { countryName, inAlphabet } from '../../shared/format/names';
import { sectionPath } from '../../shared/paths';
import type { ClinicCard, ClinicFilter, ClinicsView } from '../../shared/views/clinic';
import { clinicCardQuery, clinicMarks, toClinicCard } from './clinic-card';
import { toCards } from './parts/cards';
import { notFound } from './parts/errors';
import { namedVersions } from './parts/document-links';
import { bestVersion, byDocument, languageLinksBy } from './parts/versions';
import type { Reader } from './reader';

const PAGE_SIZE = 24;

/** Cards of the clinics that have a version in the reader's language, by name. */
export async function listClinics(reader: Reader, filters: Filters<'clinic'> = {}): Promise<ClinicCard[]> {
  const [rows, marksOf] = await Promise.all([
    findAll('clinic', { ...clinicCardQuery, locale: reader.words, filters, sort: 'name' }),
    clinicMarks(reader),
  ]);
  return [...toCards('clinic', rows, reader, (version, place) => toClinicCard(version, place, marksOf(place.documentId))).values()];
}

/**
 * The list of clinics with its filters. A value that no clinic has is dropped: `filter` says what was applied.
 *
 * @param asked a country, a treatment's slug in any locale, the name of a scheme that is valid today.
 * @throws 404 for a page beyond the last.
 */
export async function clinicsPage(locale: string, asked: ClinicFilter, page: number): Promise<ClinicsView> {
  const reader = { locale, words: locale };
  const [cards, offers] = await Promise.all([
    listClinics(reader),
    findAll('clinic', { fields: ['documentId'], locale, populate: { treatments: { fields: ['documentId'] } } }),
  ]);
  const treatments = byDocument(await namedVersions('treatment', offers.flatMap(clinic => clinic.treatments.map(({ documentId }) => documentId))));
  const choices = [...treatments.values()].flatMap(versions => bestVersion(versions, locale) ?? []);
  const chosen = [...treatments.values()].find(versions => versions.some(version => version.slug === asked.treatment)) ?? null;
  const chosenSlug = (other: string) => (chosen === null ? null : (bestVersion(chosen, other)?.slug ?? null));

  const offering = new Set(offers.filter(clinic => clinic.treatments.some(({ documentId }) => documentId === chosen?.[0]?.documentId)).map(clinic => clinic.documentId));
  const countries = inAlphabet(new Set(cards.map(card => card.country)), locale, code => countryName(code, locale));
  const schemes = inAlphabet(new Set(cards.flatMap(validSchemes)), locale, scheme => scheme);
  const country = countries.find(known => known === asked.country) ?? null;
  const accreditation = schemes.find(known => known === asked.accreditation) ?? null;

  const matching = cards.filter(card =>
    (country === null || card.country === country)
    && (accreditation === null || validSchemes(card).includes(accreditation))
    && (chosen === null || offering.has(card.documentId)));
  const pageCount = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
  if (page > pageCount) throw notFound(`page ${page} of the clinics`);
  return {
    items: matching.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pageCount,
    total: matching.length,
    languages: languageLinksBy(other => sectionPath('clinics', other, { country, treatment: chosenSlug(other), accreditation })),
    filter: { country, treatment: chosenSlug(locale), accreditation },
    countries,
    treatments: inAlphabet(choices, locale, ({ name }) => name).map(({ slug, name }) => ({ slug, label: name })),
    accreditations: schemes,
  };
}

function validSchemes(card: ClinicCard): string[] {
  return card.accreditations.filter(({ expired }) => !expired).map(({ scheme }) => scheme);
}
