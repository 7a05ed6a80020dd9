import { findAll } from '../cms/client';
import { sectionPath } from '../../shared/paths';
import type { ArticleCard, ArticlePage, ContentsEntry } from '../../shared/views/article';
import type { BlockView } from '../../shared/views/blocks';
import type { CostRow } from '../../shared/views/cost';
import type { Moved } from '../../shared/views/page';
import { linkedReview, linkedTreatment, namedClinics, toBlock } from './article-blocks';
import { articleCards, listArticles } from './article-card';
import { articleQuery, type ArticleEntry } from './article-query';
import { clinicCards } from './clinic-card';
import { costTable } from './cost';
import { pick } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { toContents } from './parts/contents';
import { documentLinks } from './parts/document-links';
import { toDocumentPage } from './parts/document-page';
import { toFigure } from './parts/figure';
import { locate, type Place } from './parts/locate';
import { mergeParts } from './parts/merge-parts';
import { factIds, ownAndSource, shownVersions } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { readingMinutes } from './parts/reading-time';
import { toNodes } from './parts/rich-text';
import { today } from './parts/today';
import { personCards } from './person-card';
import type { Reader } from './reader';
import { reviewsById } from './review';
import { treatmentFacts } from './treatment-facts';

const RELATED = 3;

/** The page of one article, or where it has moved to. Throws 404, 410 or 503. */
export async function articlePage(slug: string, locale: string): Promise<ArticlePage | Moved> {
  const place = await locate('article', slug, locale);
  if ('movedTo' in place) return place;
  const rows = await findAll('article', { ...articleQuery, locale: '*', filters: shownVersions(place) });
  const { own, source } = ownAndSource(rows, place);
  return writeArticle(place, own, source, { locale, words: place.contentLocale });
}

async function writeArticle(place: Place, own: ArticleEntry, source: ArticleEntry | null, reader: Reader): Promise<ArticlePage> {
  const parts = mergeParts(own.body, source?.body ?? null, own.locale);
  const shown = parts.flatMap(({ part, twin }) => (twin === null ? [part] : [part, twin]));
  const treatmentIds = factIds(own.treatments, source?.treatments);
  const conditionIds = factIds(own.conditions, source?.conditions);
  const authorId = own.author?.documentId ?? source?.author?.documentId ?? '';
  const reviewerId = own.medicalReviewer?.documentId ?? source?.medicalReviewer?.documentId ?? '';
  const pricedIds = [...new Set([...treatmentIds, ...shown.flatMap(block => linkedTreatment(block) ?? [])])];
  const blockSources = shown.flatMap(block => (block.__component === 'evidence.claim' ? [block.source ?? [], block.contrarySource ?? []].flat() : []));
  const attached = source?.sources ?? own.sources;

  const [text, treatments, conditions, people, related, clinics, reviews, costs] = await Promise.all([
    preparePageText([parts.map(({ part }) => part), own.keyTakeaways, shown], reader, distinctSources([...attached, ...blockSources])),
    treatmentFacts(pricedIds, reader),
    documentLinks('condition', conditionIds, reader),
    personCards([authorId, reviewerId].filter(id => id !== ''), reader),
    relatedArticles(own, treatmentIds, conditionIds, reader),
    clinicCards([...new Set(shown.flatMap(namedClinics))], reader),
    reviewsById(shown.flatMap(block => linkedReview(block) ?? []), reader),
    costTable({ treatment: { documentId: { $in: pricedIds } } }, reader),
  ]);

  const facts = treatments.get(treatmentIds[0] ?? '') ?? null;
  const context = { reader, sourceLocale: source?.locale ?? own.locale, text, clinics, reviews, costs: costs.rows, treatments };
  const blocks = parts.flatMap(part => toBlock(part, context) ?? []);
  const keyTakeaways = toNodes(own.keyTakeaways, text);

  return {
    ...toDocumentPage(place, reader.locale, { title: own.title, summary: withoutCitations(own.summary), seo: own.seo }),
    summary: withoutCitations(own.summary),
    cover: toFigure(own.cover ?? source?.cover ?? null),
    specialty: facts?.specialty ?? null,
    readingMinutes: readingMinutes(own.body, own.keyTakeaways, own.locale),
    author: people.get(authorId) ?? null,
    medicalReviewer: people.get(reviewerId) ?? null,
    reviewedOn: own.reviewedOn,
    reviewDueOn: own.reviewDueOn,
    reviewOverdue: own.reviewDueOn !== null && own.reviewDueOn < today(),
    changeNote: own.changeNote === null ? null : withoutCitations(own.changeNote),
    changedOn: own.changedOn,
    contents: contentsOf(blocks),
    blocks,
    keyTakeaways,
    treatments: pick(treatments, treatmentIds).map(({ link }) => link),
    conditions: pick(conditions, conditionIds),
    facts: {
      evidence: facts?.evidence ?? null,
      stayDays: facts?.stayDays ?? null,
      from: cheapest(costs.rows, treatmentIds[0] ?? null),
    },
    rate: costs.rate,
    sources: text.citations.cited,
    furtherReading: text.citations.uncited.filter(({ key }) => attached.some(source => source.citationKey === key)),
    related,
    requestPath: sectionPath('request', reader.locale),
  };
}

/** Headings of the text and titles of question lists, in order. */
function contentsOf(blocks: BlockView[]): ContentsEntry[] {
  return blocks.flatMap((block): ContentsEntry[] => {
    if (block.type === 'block.faq') {
      return block.title === null || block.headingId === null ? [] : [{ id: block.headingId, label: block.title, level: 2, lang: block.lang }];
    }
    return block.type === 'block.text' ? toContents(block.nodes, block.lang) : [];
  });
}

/** The articles that an editor chose, else those on the same treatments or conditions. */
async function relatedArticles(own: ArticleEntry, treatments: string[], conditions: string[], reader: Reader): Promise<ArticleCard[]> {
  const chosen = own.related.map(related => related.documentId);
  if (chosen.length > 0) return pick(await articleCards(chosen, reader), chosen);
  const onTheSame = [{ treatments: { documentId: { $in: treatments } } }, { conditions: { documentId: { $in: conditions } } }];
  const filters = { documentId: { $ne: own.documentId }, $or: onTheSame };
  return (await listArticles(reader, { filters, pageSize: RELATED })).items;
}

/** What a treatment costs at least, in the reader's currency. */
function cheapest(rows: CostRow[], treatmentId: string | null): ArticlePage['facts']['from'] {
  const row = rows.find(candidate => treatmentId !== null && candidate.treatment?.documentId === treatmentId && candidate.converted !== null);
  return row?.converted == null ? null : { ...row.converted, to: null };
}

function distinctSources<Source extends { citationKey: string }>(sources: Source[]): Source[] {
  return [...new Map(sources.map(source => [source.citationKey, source])).values()];
}
