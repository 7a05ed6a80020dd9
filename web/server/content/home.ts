import { findSingle } from '../cms/client';
import { sectionPath } from '../../shared/paths';
import type { HomePage } from '../../shared/views/site';
import { articleCards, listArticles } from './article-card';
import { listClinics } from './clinic-list';
import { byDate, costTable } from './cost';
import { pick } from './parts/cards';
import { languageLinksBy } from './parts/versions';
import type { Reader } from './reader';
import { listTreatments } from './treatment-card';

const SHOWN = 6;

/** The front page of a locale: what an editor chose to feature, or the newest, the first of each list, and the newest prices. */
export async function homePage(locale: string): Promise<HomePage> {
  const reader: Reader = { locale, words: locale };
  const [featured, treatments, clinics, costs] = await Promise.all([
    featuredArticles(reader),
    listTreatments(reader),
    listClinics(reader),
    costTable({}, reader, rows => rows.toSorted(byDate).slice(0, SHOWN)),
  ]);
  return {
    featured,
    treatments: treatments.slice(0, SHOWN),
    clinics: clinics.slice(0, SHOWN),
    costs: costs.rows,
    rate: costs.rate,
    languages: languageLinksBy(other => sectionPath('', other)),
  };
}

async function featuredArticles(reader: Reader) {
  const site = await findSingle('site', { fields: ['documentId'], locale: reader.locale, populate: { featuredArticles: { fields: ['documentId'] } } });
  const ids = (site?.featuredArticles ?? []).map(article => article.documentId);
  if (ids.length > 0) return pick(await articleCards(ids, reader), ids);
  return (await listArticles(reader, { pageSize: SHOWN })).items;
}
