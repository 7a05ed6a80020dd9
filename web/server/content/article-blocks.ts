import { sectionPath } from '../../shared/paths';
import type { BlockView, EvidenceBlock } from '../../shared/views/blocks';
import type { ClinicCard } from '../../shared/views/clinic';
import { linkedReview, linkedTreatment, namedClinics, type ArticleLinks } from './article-links';
import type { ArticleBlock } from './article-query';
import { pick } from './parts/cards';
import { toFigure } from './parts/figure';
import { mergeParts, type MergedPart } from './parts/merge-parts';
import { toItems, toNodes, toRuns, withoutTerms, type PageText } from './parts/rich-text';
import { fitOf } from './story-fit';

/** What the blocks of an article share: what they lead to, told in their own language. */
export interface BlockContext extends ArticleLinks {
  /** Locale of the version that is shown. */
  versionLocale: string;
  sourceLocale: string;
  /** The treatments that the article is on. */
  treatmentIds: string[];
  text: PageText;
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
      const [claim, outcome] = [toRuns(block.claim, withoutTerms(text)), toRuns(block.outcome, text)];
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
        shares: [...share(block.percent, block.percentLabel), ...share(block.comparisonPercent, block.comparisonLabel)],
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
      if (review === null) return null;
      return { ...base, type: block.__component, title: block.title, review, fits: fitOf(review, pick(context.treatments, context.treatmentIds)) };
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
      if (block.title !== null) text.citations.enter(block.title, text.language);
      return {
        ...base,
        type: block.__component,
        title: block.title,
        headingId: block.title === null ? null : text.headingId(block.title),
        items: mergeParts(block.items, sourceItems, context.versionLocale).map(item => ({
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

/** A share that says nothing of what it is of is not shown. */
function share(percent: number | null, label: string | null): EvidenceBlock['shares'] {
  return percent === null || label === null ? [] : [{ percent, label }];
}

/** A version chooses its clinics, but cannot choose one that has no version in its locale: those are the source's to add. */
function linkedClinics(block: ArticleBlock, twin: ArticleBlock | null, cards: Map<string, ClinicCard>): string[] {
  const outOfReach = namedClinics(twin).filter(documentId => cards.get(documentId)?.lang != null);
  return [...new Set([...namedClinics(block), ...outOfReach])];
}
