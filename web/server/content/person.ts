import type { Query } from '@polyclinic/shared-types';

import type { Moved } from '../../shared/views/page';
import type { PersonPage } from '../../shared/views/person';
import { listArticles } from './article-card';
import { documentLinks } from './parts/document-links';
import { toDocumentPage } from './parts/document-page';
import { figureSelection, toFigure } from './parts/figure';
import { locate, type Place } from './parts/locate';
import { ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { toNodes } from './parts/rich-text';
import type { Reader } from './reader';

const ARTICLES = 24;

const personQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'role', 'credentials', 'licence', 'bio', 'fictitious'],
  populate: { photo: figureSelection, clinic: { fields: ['documentId'] } },
} as const satisfies Query<'person'>;

/** The page of one person, or where it has moved to. Throws 404, 410 or 503. */
export async function personPage(slug: string, locale: string): Promise<PersonPage | Moved> {
  const place = await locate('person', slug, locale);
  return 'movedTo' in place ? place : writePersonPage(place, locale);
}

/** The page of the person at a place. Throws 503. */
export async function writePersonPage(place: Place, locale: string): Promise<PersonPage> {
  const { documentId } = place;
  const reader: Reader = { locale, words: place.contentLocale };
  const [rows, written, reviewed] = await Promise.all([
    versionReader(place)('person', { ...personQuery, ...shownVersions(place) }),
    listArticles(reader, { filters: { author: { documentId } }, pageSize: ARTICLES }),
    listArticles(reader, { filters: { medicalReviewer: { documentId }, reviewedOn: { $notNull: true } }, pageSize: ARTICLES }),
  ]);
  const { own, source } = ownAndSource(rows, place);
  const clinicId = own.clinic?.documentId ?? source?.clinic?.documentId ?? '';
  const [text, clinics] = await Promise.all([
    preparePageText(own.bio, reader),
    documentLinks('clinic', clinicId === '' ? [] : [clinicId], reader),
  ]);

  return {
    ...toDocumentPage(place, locale, { title: own.name, summary: [own.role, own.credentials].filter(words => words !== null).join(', ') }),
    name: own.name,
    role: own.role,
    credentials: own.credentials,
    licence: own.licence,
    fictitious: own.fictitious ?? false,
    photo: toFigure(own.photo ?? source?.photo ?? null),
    bio: toNodes(own.bio, text),
    clinic: clinics.get(clinicId) ?? null,
    written: written.items,
    reviewed: reviewed.items,
    sources: text.citations.cited,
  };
}
