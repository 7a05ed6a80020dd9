import type { Entry, Query } from '@polyclinic/shared-types';

import type { Moved } from '../../shared/views/page';
import type { TreatmentPage } from '../../shared/views/treatment';
import { listArticles } from './article-card';
import { listClinics } from './clinic-list';
import { costTable } from './cost';
import { pick } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { toDays } from './parts/days';
import { documentLinks } from './parts/document-links';
import { toDocumentPage } from './parts/document-page';
import { locate, type Place } from './parts/locate';
import { mergeParts } from './parts/merge-parts';
import { factIds, ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { toNodes, toRuns, withoutTerms, type PageText } from './parts/rich-text';
import { findTerms } from './parts/terms';
import type { Reader } from './reader';
import { findNotices, toNotice } from './safety-notice';

const ARTICLES = 6;

const treatmentQuery = {
  fields: [
    'documentId', 'locale', 'sourceLocale', 'slug', 'name', 'specialty', 'summary', 'evidenceSummary', 'stayDaysFrom', 'stayDaysTo',
    'eligibilityNote', 'risks', 'contraindications', 'aftercare', 'questions',
  ],
  populate: {
    steps: { fields: ['key', 'hiddenIn', 'title', 'description', 'daysFrom', 'daysTo'] },
    eligibility: { fields: ['key', 'hiddenIn', 'text'] },
    conditions: { fields: ['documentId'] },
    seo: { fields: ['title', 'description'] },
  },
} as const satisfies Query<'treatment'>;

type TreatmentEntry = Entry<'treatment', typeof treatmentQuery>;

/** The page of one treatment, or where it has moved to. Throws 404, 410 or 503. */
export async function treatmentPage(slug: string, locale: string): Promise<TreatmentPage | Moved> {
  const place = await locate('treatment', slug, locale);
  return 'movedTo' in place ? place : writeTreatmentPage(place, locale);
}

/** The page of the treatment at a place. Throws 503. */
export async function writeTreatmentPage(place: Place, locale: string): Promise<TreatmentPage> {
  const { documentId } = place;
  const reader: Reader = { locale, words: place.contentLocale };
  const ofTreatment = { treatment: { documentId } };
  const withTreatment = { treatments: { documentId } };
  const [rows, notices, clinics, costs, articles] = await Promise.all([
    versionReader(place)('treatment', { ...treatmentQuery, ...shownVersions(place) }),
    findNotices(ofTreatment, reader),
    listClinics(reader, withTreatment),
    costTable(ofTreatment, reader),
    listArticles(reader, { filters: withTreatment, pageSize: ARTICLES }),
  ]);
  const { own, source } = ownAndSource(rows, place);
  const conditionIds = factIds(own.conditions, source?.conditions);
  const [prepared, terms, conditions] = await Promise.all([
    preparePageText([own, source, notices], reader),
    findTerms(own.locale),
    documentLinks('condition', conditionIds, reader),
  ]);

  const text = { ...prepared, terms };
  return {
    ...toDocumentPage(place, locale, { title: own.name, summary: withoutCitations(own.summary), seo: own.seo }),
    notices: notices.map(notice => toNotice(notice, reader, prepared)),
    ...toTreatmentWords(own, source, text),
    conditions: pick(conditions, conditionIds),
    clinics,
    costs: costs.rows,
    rate: costs.rate,
    articles: articles.items,
    terms: terms.used,
    sources: text.citations.cited,
  };
}

/** What the version itself says, with the parts that only its source has. */
function toTreatmentWords(own: TreatmentEntry, source: TreatmentEntry | null, text: PageText) {
  const steps = mergeParts(own.steps, source?.steps ?? null, own.locale).map(({ part, borrowed }) => ({
    key: part.key ?? String(part.id),
    lang: borrowed ? (source?.locale ?? null) : null,
    title: part.title,
    description: toRuns(part.description, borrowed ? withoutTerms(text) : text),
    days: toDays(part.daysFrom, part.daysTo),
  }));
  const stated = steps.flatMap(step => step.days ?? []);
  const sum = (end: 'from' | 'to') => stated.reduce((total, days) => total + days[end], 0);
  return {
    name: own.name,
    specialty: own.specialty,
    summary: withoutCitations(own.summary),
    evidenceSummary: own.evidenceSummary === null ? null : withoutCitations(own.evidenceSummary),
    stayDays: toDays(own.stayDaysFrom, own.stayDaysTo),
    steps,
    stepDays: stated.length === 0 ? null : { from: sum('from'), to: sum('to') },
    eligibility: mergeParts(own.eligibility, source?.eligibility ?? null, own.locale).map(({ part, borrowed }) => ({
      key: part.key ?? String(part.id),
      lang: borrowed ? (source?.locale ?? null) : null,
      text: toRuns(part.text, borrowed ? withoutTerms(text) : text),
    })),
    eligibilityNote: toNodes(own.eligibilityNote, text),
    risks: toNodes(own.risks, text),
    contraindications: toNodes(own.contraindications, text),
    aftercare: toNodes(own.aftercare, text),
    questions: toNodes(own.questions, text),
  };
}
