import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { find, findAll } from '../cms/client';
import { defaultLocale } from '../../shared/locales';
import { documentPath, sectionPath } from '../../shared/paths';
import type { DocumentLink } from '../../shared/views/page';
import type { ReviewsView, ReviewView, Verification } from '../../shared/views/review';
import { Citations } from './parts/citations';
import { documentLinks } from './parts/document-links';
import { resolveLinks } from './parts/links';
import { preparePageText } from './parts/page-text';
import { toNodes, type PageText } from './parts/rich-text';
import { bestVersion, byDocument, languageLinksBy, sourceLocaleOf } from './parts/versions';
import { notFound } from './parts/errors';
import { foreignLanguage, type Reader } from './reader';

const PAGE_SIZE = 100;

const link = { fields: ['documentId'] } as const;

const reviewQuery = {
  fields: [
    'documentId', 'locale', 'sourceLocale', 'slug', 'title', 'quote', 'story', 'translatedBy', 'displayName', 'country', 'age', 'diseaseCourse',
    'yearsSinceDiagnosis', 'treatedOn', 'rating', 'verificationMethod', 'verifiedOn', 'moderationState', 'fictitious',
  ],
  populate: { clinic: link, treatment: link },
} as const satisfies Query<'review'>;

type ReviewEntry = Entry<'review', typeof reviewQuery>;

/** What several reviews share. */
interface ReviewContext {
  text: PageText;
  clinics: Map<string, DocumentLink>;
  treatments: Map<string, DocumentLink>;
}

function toReview(review: ReviewEntry, reader: Reader, { text, clinics, treatments }: ReviewContext): ReviewView {
  const { moderationState: _state, story, clinic, treatment, locale, fictitious, sourceLocale, id: _row, ...facts } = review;
  return {
    ...facts,
    path: `${sectionPath('reviews', reader.locale)}#review-${review.slug}`,
    lang: foreignLanguage(locale, reader),
    writtenIn: sourceLocaleOf({ sourceLocale }),
    nodes: toNodes(story, text),
    fictitious: fictitious ?? false,
    clinic: clinic === null ? null : (clinics.get(clinic.documentId) ?? null),
    treatment: treatment === null ? null : (treatments.get(treatment.documentId) ?? null),
  };
}

/** Approved reviews that match and have a version in the reader's language, newest treatment first. */
export async function listReviews(reader: Reader, filters: Filters<'review'>): Promise<ReviewView[]> {
  const rows = await findAll('review', { ...reviewQuery, locale: reader.words, filters: { $and: [approved, filters] }, sort: 'treatedOn:desc' });
  return writeReviews(rows, reader);
}

/** These reviews, by document, in the version that suits the reader; one that is not approved is not there. */
export async function reviewsById(documentIds: string[], reader: Reader): Promise<Map<string, ReviewView>> {
  if (documentIds.length === 0) return new Map();
  const rows = await findAll('review', { ...reviewQuery, locale: '*', filters: { $and: [approved, { documentId: { $in: documentIds } }] } });
  const shown = [...byDocument(rows).values()].flatMap(versions => bestVersion(versions, reader.words) ?? []);
  const views = await writeReviews(shown, reader);
  return new Map(views.map(view => [view.documentId, view]));
}

/** The ways in which a story may have been checked, the surest first. */
export const verifications = ['documents', 'clinic_confirmation', 'phone_call', 'none'] as const satisfies Verification[];

/** The page of the reviews in a locale, all or those that were verified in one way. Throws 404 for a page beyond the last. */
export async function reviewsPage(locale: string, verification: Verification | null, page: number): Promise<ReviewsView> {
  const reader = { locale, words: locale };
  const filters = verification === null ? approved : { $and: [approved, { verificationMethod: verification }] };
  const [{ data, meta }, all, policyPath] = await Promise.all([
    find('review', { ...reviewQuery, locale, filters, sort: 'treatedOn:desc', pagination: { page, pageSize: PAGE_SIZE } }),
    findAll('review', { fields: ['verificationMethod'], locale, filters: approved }),
    verificationPolicy(locale),
  ]);
  const { pageCount, total } = meta.pagination;
  if (page > Math.max(1, pageCount)) throw notFound(`page ${page} of the reviews`);
  const pathIn = (other: string, asked: Verification | null) => sectionPath('reviews', other, { verification: asked });
  const counted = verifications.map(known => ({
    verification: known, count: all.filter(({ verificationMethod }) => verificationMethod === known).length, path: pathIn(locale, known),
  }));
  return {
    items: await writeReviews(data, reader),
    page,
    pageCount,
    total,
    filter: { verification },
    counts: counted.filter(({ count }) => count > 0),
    all: all.length,
    policyPath,
    languages: languageLinksBy(other => pathIn(other, verification)),
  };
}

/** Where the policy on verifying reviews stands in a locale; its slug is known in the default locale. */
export async function verificationPolicy(locale: string): Promise<string | null> {
  const typed = documentPath('page', 'how-we-verify-reviews', defaultLocale);
  return (await resolveLinks([typed], locale))(typed);
}

const approved = { moderationState: 'approved' } as const;

async function writeReviews(rows: ReviewEntry[], reader: Reader): Promise<ReviewView[]> {
  const [text, clinics, treatments] = await Promise.all([
    preparePageText(rows.map(row => row.story), reader),
    documentLinks('clinic', rows.flatMap(row => row.clinic?.documentId ?? []), reader),
    documentLinks('treatment', rows.flatMap(row => row.treatment?.documentId ?? []), reader),
  ]);
  // The list of sources belongs to the page that the review stands on: in a patient's own words numbers would lead nowhere.
  const withoutNumbers = { ...text, citations: new Citations([]) };
  return rows.map(row => toReview(row, reader, { text: withoutNumbers, clinics, treatments }));
}
