import type { ClinicCard } from '../../shared/views/clinic';
import type { CostRow, RateNote } from '../../shared/views/cost';
import type { ReviewView } from '../../shared/views/review';
import type { ArticleBlock } from './article-query';
import { clinicCards } from './clinic-card';
import { costTable } from './cost';
import type { Reader } from './reader';
import { reviewsById } from './review';
import { treatmentFacts, type TreatmentFacts } from './treatment-facts';

/** What an article leads to, by document, told to one reader. */
export interface ArticleLinks {
  reader: Reader;
  treatments: Map<string, TreatmentFacts>;
  clinics: Map<string, ClinicCard>;
  reviews: Map<string, ReviewView>;
  /** All costs of the treatments, cheapest first. */
  costs: CostRow[];
  rate: RateNote | null;
}

/** Looks up what an article and its blocks lead to, in each language that is asked for, once. */
export function articleLinks(treatmentIds: string[], blocks: ArticleBlock[], locale: string): (words: string) => Promise<ArticleLinks> {
  const known = new Map<string, Promise<ArticleLinks>>();
  return (words) => {
    const links = known.get(words) ?? findLinks(treatmentIds, blocks, { locale, words });
    known.set(words, links);
    return links;
  };
}

async function findLinks(treatmentIds: string[], blocks: ArticleBlock[], reader: Reader): Promise<ArticleLinks> {
  const pricedIds = [...new Set([...treatmentIds, ...blocks.flatMap(block => linkedTreatment(block) ?? [])])];
  const [treatments, clinics, reviews, costs] = await Promise.all([
    treatmentFacts(pricedIds, reader),
    clinicCards([...new Set(blocks.flatMap(namedClinics))], reader),
    reviewsById(blocks.flatMap(block => linkedReview(block) ?? []), reader),
    costTable({ treatment: { documentId: { $in: pricedIds } } }, reader),
  ]);
  return { reader, treatments, clinics, reviews, costs: costs.rows, rate: costs.rate };
}

/** The treatment whose costs a block shows. */
export function linkedTreatment(block: ArticleBlock | null): string | null {
  return block?.__component === 'block.cost-table' ? (block.treatment?.documentId ?? null) : null;
}

/** The review that a block tells. */
export function linkedReview(block: ArticleBlock | null): string | null {
  return block?.__component === 'block.patient-story' ? (block.review?.documentId ?? null) : null;
}

/** The clinics that a block names itself. */
export function namedClinics(block: ArticleBlock | null): string[] {
  return block?.__component === 'block.clinic-cards' ? block.clinics.map(clinic => clinic.documentId) : [];
}
