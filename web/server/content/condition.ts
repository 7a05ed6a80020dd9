import type { Query } from '@polyclinic/shared-types';

import type { ConditionPage } from '../../shared/views/condition';
import type { Moved } from '../../shared/views/page';
import { listArticles } from './article-card';
import { withoutCitations } from './parts/citations';
import { toDocumentPage } from './parts/document-page';
import { locate, type Place } from './parts/locate';
import { ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import type { Reader } from './reader';
import { listTreatments } from './treatment-card';

const ARTICLES = 24;

const conditionQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'summary', 'icd10'],
  populate: { seo: { fields: ['title', 'description'] } },
} as const satisfies Query<'condition'>;

/** The page of one condition, or where it has moved to. Throws 404, 410 or 503. */
export async function conditionPage(slug: string, locale: string): Promise<ConditionPage | Moved> {
  const place = await locate('condition', slug, locale);
  return 'movedTo' in place ? place : writeConditionPage(place, locale);
}

/** The page of the condition at a place. Throws 503. */
export async function writeConditionPage(place: Place, locale: string): Promise<ConditionPage> {
  const reader: Reader = { locale, words: place.contentLocale };
  const withCondition = { conditions: { documentId: place.documentId } };
  const [rows, treatments, articles] = await Promise.all([
    versionReader(place)('condition', { ...conditionQuery, ...shownVersions(place) }),
    listTreatments(reader, withCondition),
    listArticles(reader, { filters: withCondition, pageSize: ARTICLES }),
  ]);
  const { own } = ownAndSource(rows, place);
  const summary = withoutCitations(own.summary);
  return {
    ...toDocumentPage(place, locale, { title: own.name, summary, seo: own.seo }),
    name: own.name,
    summary,
    icd10: own.icd10,
    treatments,
    articles: articles.items,
  };
}
