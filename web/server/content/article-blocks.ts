import { sectionPath } from '../../shared/paths';
import type { BlockView } from '../../shared/views/blocks';
import type { ClinicCard } from '../../shared/views/clinic';
import type { CostRow } from '../../shared/views/cost';
import type { ReviewView } from '../../shared/views/review';
import type { ArticleBlock } from './article-query';
import { pick } from './parts/cards';
import { toFigure } from './parts/figure';
import { mergeParts, type MergedPart } from './parts/merge-parts';
import { toItems, toNodes, toRuns, type PageText } from './parts/rich-text';
import type { Reader } from './reader';
import type { TreatmentFacts } from './treatment-facts';

/** What the blocks of an article lead to, looked up by document. */
export interface BlockContext {
  reader: Reader;
  sourceLocale: string;
  text: PageText;
  clinics: Map<string, ClinicCard>;
  reviews: Map<string, ReviewView>;
  /** All costs of the treatments that cost tables name, cheapest first. */
  costs: CostRow[];
  treatments: Map<string, TreatmentFacts>;
}

/** A block as the page shows it; null where what it leads to is not there. */
export function toBlock({ part: block, twin, borrowed }: MergedPart<ArticleBlock>, context: BlockContext): BlockView | null {
  const { reader, text } = context;
  const base = { key: block.key ?? String(block.id), lang: borrowed ? context.sourceLocale : null };
  switch (block.__component) {
    case 'block.text':
      return { ...base, type: block.__component, nodes: toNodes(block.body, text) };
    case 'shared.figure': {
      const figure = toFigure(block);
      return figure === null ? null : { ...base, type: block.__component, figure };
    }
    case 'block.callout':
      return { ...base, type: block.__component, kind: block.kind, title: block.title, nodes: toNodes(block.body, text) };
    case 'block.list':
      return { ...base, type: block.__component, kind: block.kind, title: block.title, items: toItems(block.items, text) };
    case 'evidence.claim': {
      const [claim, outcome] = [toRuns(block.claim, text), toRuns(block.outcome, text)];
      const sourceKey = block.source?.citationKey ?? '';
      const citation = text.citations.cite(sourceKey);
      const contrary = toRuns(block.contrary, text);
      const contraryKey = block.contrarySource?.citationKey ?? '';
      const contraryCitation = text.citations.cite(contraryKey);
      return {
        ...base,
        type: block.__component,
        claim,
        outcome,
        percent: block.percent,
        grade: block.grade,
        source: text.citations.source(sourceKey),
        citation,
        contrary,
        contrarySource: text.citations.source(contraryKey),
        contraryCitation,
      };
    }
    case 'block.cost-table': {
      const treatmentId = linkedTreatment(block) ?? linkedTreatment(twin);
      return {
        ...base,
        type: block.__component,
        title: block.title,
        rows: context.costs.filter(row => treatmentId !== null && row.treatment?.documentId === treatmentId),
        note: toRuns(block.note, text),
        comparePath: sectionPath('costs', reader.locale, { treatment: context.treatments.get(treatmentId ?? '')?.slug ?? null }),
      };
    }
    case 'block.clinic-cards': {
      const clinics = pick(context.clinics, linkedClinics(block, twin, context.clinics));
      return { ...base, type: block.__component, title: block.title, clinics };
    }
    case 'block.patient-story': {
      const reviewId = linkedReview(block) ?? linkedReview(twin);
      const review = context.reviews.get(reviewId ?? '') ?? null;
      return review === null ? null : { ...base, type: block.__component, title: block.title, review };
    }
    case 'block.video':
      return {
        ...base,
        type: block.__component,
        title: block.title,
        provider: block.provider,
        href: block.provider === 'vimeo' ? `https://vimeo.com/${block.videoId}` : `https://www.youtube.com/watch?v=${block.videoId}`,
        durationSeconds: block.durationSeconds,
        transcript: toNodes(block.transcript, text),
      };
    case 'block.faq': {
      const sourceItems = twin?.__component === 'block.faq' ? twin.items : null;
      return {
        ...base,
        type: block.__component,
        title: block.title,
        headingId: block.title === null ? null : text.headingId(block.title),
        items: mergeParts(block.items, sourceItems, reader.words).map(item => ({
          key: item.part.key ?? String(item.part.id),
          lang: borrowed || item.borrowed ? context.sourceLocale : null,
          question: item.part.question,
          answer: toNodes(item.part.answer, text),
        })),
      };
    }
    case 'block.call-to-action':
      return { ...base, type: block.__component, title: block.title, text: toRuns(block.text, text), requestPath: sectionPath('request', reader.locale) };
  }
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

/** A version chooses its clinics, but cannot choose one that has no version in its locale: those are the source's to add. */
function linkedClinics(block: ArticleBlock, twin: ArticleBlock | null, cards: Map<string, ClinicCard>): string[] {
  const outOfReach = namedClinics(twin).filter(documentId => cards.get(documentId)?.lang != null);
  return [...new Set([...namedClinics(block), ...outOfReach])];
}
