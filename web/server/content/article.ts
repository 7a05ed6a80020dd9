import { sectionPath } from '../../shared/paths';
import type { ArticleCard, ArticlePage, ContentsEntry, TreatmentGlance } from '../../shared/views/article';
import type { BlockView } from '../../shared/views/blocks';
import type { Moved, Phrase } from '../../shared/views/page';
import { toBlock } from './article-blocks';
import { articleCards, listArticles } from './article-card';
import { articleLinks, type ArticleLinks } from './article-links';
import { articleQuery, type ArticleEntry } from './article-query';
import { pick } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { toContents } from './parts/contents';
import { documentLinks } from './parts/document-links';
import { toDocumentPage } from './parts/document-page';
import { toFigure } from './parts/figure';
import { locate, type Place } from './parts/locate';
import { mergeParts } from './parts/merge-parts';
import { factIds, ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { readingMinutes } from './parts/reading-time';
import { toNodes } from './parts/rich-text';
import { findTerms } from './parts/terms';
import { today } from './parts/today';
import { personCards } from './person-card';
import { foreignLanguage, type Reader } from './reader';
import type { TreatmentFacts } from './treatment-facts';

const RELATED = 3;

/** The page of one article, or where it has moved to. Throws 404, 410 or 503. */
export async function articlePage(slug: string, locale: string): Promise<ArticlePage | Moved> {
  const place = await locate('article', slug, locale);
  return 'movedTo' in place ? place : writeArticlePage(place, locale);
}

/** The page of the article at a place. Its words stay in its language; what stands around them is told in the visitor's. Throws 503. */
export async function writeArticlePage(place: Place, locale: string): Promise<ArticlePage> {
  const reader: Reader = { locale, words: locale };
  const { own, source } = ownAndSource(await versionReader(place)('article', { ...articleQuery, ...shownVersions(place) }), place);
  const parts = mergeParts(own.body, source?.body ?? null, own.locale);
  const shown = parts.flatMap(({ part, twin }) => (twin === null ? [part] : [part, twin]));
  const treatmentIds = factIds(own.treatments, source?.treatments);
  const conditionIds = factIds(own.conditions, source?.conditions);
  const authorId = own.author?.documentId ?? source?.author?.documentId ?? '';
  const reviewerId = own.medicalReviewer?.documentId ?? source?.medicalReviewer?.documentId ?? '';
  const blockSources = shown.flatMap(block => (block.__component === 'evidence.claim' ? [block.source ?? [], block.contrarySource ?? []].flat() : []));
  const attached = source?.sources ?? own.sources;
  const sourceLocale = source?.locale ?? own.locale;
  const linksIn = articleLinks(treatmentIds, shown, reader.locale);
  const borrowedLocale = parts.some(part => part.borrowed) ? sourceLocale : own.locale;

  const [prepared, terms, borrowedTerms, conditions, people, related, around, within, borrowed] = await Promise.all([
    preparePageText([parts.map(({ part }) => part), own.keyTakeaways, shown], reader, distinctSources([...attached, ...blockSources])),
    findTerms(own.locale),
    borrowedLocale === own.locale ? null : findTerms(borrowedLocale),
    documentLinks('condition', conditionIds, reader),
    personCards([authorId, reviewerId].filter(id => id !== ''), reader),
    relatedArticles(own, treatmentIds, conditionIds, reader),
    linksIn(reader.words),
    linksIn(own.locale),
    linksIn(borrowedLocale),
  ]);

  const text = { ...prepared, language: own.locale, terms };
  const borrowedText = { ...prepared, language: borrowedLocale, terms: borrowedTerms };
  const blocks = parts.flatMap(part => toBlock(part, {
    ...(part.borrowed ? borrowed : within), versionLocale: own.locale, sourceLocale, treatmentIds, text: part.borrowed ? borrowedText : text,
  }) ?? []);
  const { treatments, costs, rate } = around;
  text.citations.leave();
  const keyTakeaways = toNodes(own.keyTakeaways, text);

  return {
    ...toDocumentPage(place, reader.locale, { title: own.title, summary: withoutCitations(own.summary), seo: own.seo }),
    summary: withoutCitations(own.summary),
    cover: toFigure(own.cover ?? source?.cover ?? null),
    specialty: sharedSpecialty(pick(treatments, treatmentIds)),
    readingMinutes: readingMinutes(own.body, own.keyTakeaways, own.locale),
    author: people.get(authorId) ?? null,
    // Named for the version that was signed: an assignment is not a review.
    medicalReviewer: own.reviewedOn === null ? null : (people.get(reviewerId) ?? null),
    reviewedOn: own.reviewedOn,
    reviewDueOn: own.reviewDueOn,
    reviewOverdue: own.reviewDueOn !== null && own.reviewDueOn < today(),
    changeNote: own.changeNote === null ? null : withoutCitations(own.changeNote),
    changedOn: own.changedOn,
    contents: contentsOf(blocks, foreignLanguage(own.locale, reader)),
    blocks,
    keyTakeaways,
    terms: [...terms.used, ...(borrowedTerms?.used ?? [])],
    treatments: pick(treatments, treatmentIds).map(facts => toGlance(facts, costs)),
    conditions: pick(conditions, conditionIds),
    rate,
    sources: text.citations.cited,
    furtherReading: text.citations.uncited.filter(({ key }) => attached.some(source => source.citationKey === key)),
    related,
    requestPath: sectionPath('request', reader.locale),
  };
}

/**
 * Headings of the text and titles of question lists, in order.
 *
 * @param lang language of the article, where it is not the page's.
 */
function contentsOf(blocks: BlockView[], lang: string | null): ContentsEntry[] {
  return blocks.flatMap((block): ContentsEntry[] => {
    if (block.type === 'block.faq') {
      return block.title === null || block.headingId === null ? [] : [{ id: block.headingId, label: block.title, level: 2, lang: block.lang ?? lang }];
    }
    return block.type === 'block.text' ? toContents(block.nodes, block.lang ?? lang) : [];
  });
}

/** The articles that an editor chose, else those on the same treatments or conditions. */
async function relatedArticles(own: ArticleEntry, treatments: string[], conditions: string[], reader: Reader): Promise<ArticleCard[]> {
  const chosen = own.related.map(related => related.documentId);
  if (chosen.length > 0) return pick(await articleCards(chosen, reader), chosen);
  // An empty list would not travel in the address, and the filter would let every article through.
  const onTheSame = [
    ...(treatments.length > 0 ? [{ treatments: { documentId: { $in: treatments } } }] : []),
    ...(conditions.length > 0 ? [{ conditions: { documentId: { $in: conditions } } }] : []),
  ];
  if (onTheSame.length === 0) return [];
  const filters = { documentId: { $ne: own.documentId }, $or: onTheSame };
  return (await listArticles(reader, { filters, pageSize: RELATED })).items;
}

/**
 * A treatment with the lowest of its prices that can be said in the visitor's currency: without a date beside it, one that may have
 * changed is named only where there is no other.
 */
function toGlance({ documentId, path, label, lang, evidence, stayDays }: TreatmentFacts, costs: ArticleLinks['costs']): TreatmentGlance {
  const rows = costs.filter(({ treatment, converted }) => treatment?.documentId === documentId && converted !== null);
  const row = rows.find(({ age }) => age.state === 'current') ?? rows[0];
  const from = row?.converted == null
    ? null
    : { amount: { ...row.converted, to: null }, approximate: row.converted.currency !== row.original.currency };
  return { documentId, path, label, lang, evidence, stayDays, from };
}

/** What an article on several treatments may name as its field. */
function sharedSpecialty(treatments: TreatmentFacts[]): Phrase | null {
  const [first] = treatments;
  if (first === undefined || treatments.some(({ specialty }) => specialty !== first.specialty)) return null;
  return { label: first.specialty, lang: first.lang };
}

function distinctSources<Source extends { citationKey: string }>(sources: Source[]): Source[] {
  return [...new Map(sources.map(source => [source.citationKey, source])).values()];
}
