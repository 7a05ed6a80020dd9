import type { Query } from '@polyclinic/shared-types';

import type { ClinicPage } from '../../shared/views/clinic';
import type { Moved } from '../../shared/views/page';
import { accreditationsByClinic } from './accreditation';
import { toLanguages } from './clinic-card';
import { costTable } from './cost';
import { pick } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { documentLinks } from './parts/document-links';
import { toDocumentPage } from './parts/document-page';
import { figureSelection, toFigure } from './parts/figure';
import { locate, type Place } from './parts/locate';
import { factIds, ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { toNodes } from './parts/rich-text';
import { today } from './parts/today';
import { personCards } from './person-card';
import type { Reader } from './reader';
import { listReviews, verificationPolicy } from './review';
import { findNotices, toNotice } from './safety-notice';

const link = { fields: ['documentId'] } as const;

const clinicQuery = {
  fields: [
    'documentId', 'locale', 'sourceLocale', 'slug', 'name', 'summary', 'description', 'city', 'country', 'countryIn', 'latitude', 'longitude',
    'founded', 'languagesSpoken', 'website', 'fictitious',
  ],
  populate: { photos: figureSelection, treatments: link, doctors: link, seo: { fields: ['title', 'description'] } },
} as const satisfies Query<'clinic'>;

/** The page of one clinic, or where it has moved to. Throws 404, 410 or 503. */
export async function clinicPage(slug: string, locale: string): Promise<ClinicPage | Moved> {
  const place = await locate('clinic', slug, locale);
  return 'movedTo' in place ? place : writeClinicPage(place, locale);
}

/** The page of the clinic at a place. Throws 503. */
export async function writeClinicPage(place: Place, locale: string): Promise<ClinicPage> {
  const { documentId } = place;
  const reader: Reader = { locale, words: place.contentLocale };
  const ofClinic = { clinic: { documentId } };
  const [rows, notices, accreditations, costs, reviews, reviewPolicyPath] = await Promise.all([
    versionReader(place)('clinic', { ...clinicQuery, ...shownVersions(place) }),
    findNotices(ofClinic, reader),
    accreditationsByClinic(today(), [documentId]),
    costTable(ofClinic, reader),
    listReviews(reader, ofClinic),
    verificationPolicy(locale),
  ]);
  const { own, source } = ownAndSource(rows, place);
  const treatmentIds = factIds(own.treatments, source?.treatments);
  const doctorIds = factIds(own.doctors, source?.doctors);
  const [text, treatments, doctors] = await Promise.all([
    preparePageText([own, notices], reader),
    documentLinks('treatment', treatmentIds, reader),
    personCards(doctorIds, reader),
  ]);

  return {
    ...toDocumentPage(place, locale, { title: own.name, summary: withoutCitations(own.summary), seo: own.seo }),
    name: own.name,
    summary: withoutCitations(own.summary),
    notices: notices.map(notice => toNotice(notice, reader, text)),
    descriptionNodes: toNodes(own.description, text),
    photos: own.photos.flatMap(photo => toFigure(photo) ?? []),
    city: own.city,
    country: own.country,
    countryIn: own.countryIn,
    latitude: own.latitude,
    longitude: own.longitude,
    founded: own.founded,
    languagesSpoken: toLanguages(own.languagesSpoken),
    website: own.website,
    fictitious: own.fictitious ?? false,
    treatments: pick(treatments, treatmentIds),
    doctors: pick(doctors, doctorIds),
    accreditations: accreditations.get(documentId) ?? [],
    costs: costs.rows,
    rate: costs.rate,
    reviews,
    reviewPolicyPath,
    sources: text.citations.cited,
  };
}
