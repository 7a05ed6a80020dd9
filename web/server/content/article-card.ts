import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { find, findAll } from '../cms/client';
import type { ArticleCard } from '../../shared/views/article';
import { toCards, type CardPlace } from './parts/cards';
import { withoutCitations } from './parts/citations';
import { figureSelection, toFigure } from './parts/figure';
import { readingMinutes } from './parts/reading-time';
import type { Reader } from './reader';

/** Of the body only the blocks that are read from end to end: a card says how long that takes. */
const articleCardQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'title', 'summary', 'keyTakeaways', 'reviewedOn'],
  populate: {
    cover: figureSelection,
    body: {
      on: {
        'block.text': { fields: ['body'] },
        'block.callout': { fields: ['title', 'body'] },
        'block.list': { fields: ['title', 'items'] },
        'evidence.claim': { fields: ['claim', 'outcome', 'contrary'] },
        'block.faq': { fields: ['title'], populate: { items: { fields: ['question', 'answer'] } } },
      },
    },
  },
} as const satisfies Query<'article'>;

type ArticleCardEntry = Entry<'article', typeof articleCardQuery>;

function toArticleCard(article: ArticleCardEntry, place: CardPlace): ArticleCard {
  return {
    ...place,
    title: article.title,
    summary: withoutCitations(article.summary),
    cover: toFigure(article.cover),
    readingMinutes: readingMinutes(article.body, article.keyTakeaways, article.locale),
    reviewedOn: article.reviewedOn,
  };
}

/** Cards of these articles, by document. */
export async function articleCards(documentIds: string[], reader: Reader): Promise<Map<string, ArticleCard>> {
  if (documentIds.length === 0) return new Map();
  const rows = await findAll('article', { ...articleCardQuery, locale: '*', filters: { documentId: { $in: documentIds } } });
  return toCards('article', rows, reader, toArticleCard);
}

/** One page of the articles that have a version in the reader's language, last reviewed first. */
export async function listArticles(
  reader: Reader,
  { filters = {}, page = 1, pageSize }: { filters?: Filters<'article'>; page?: number; pageSize: number },
): Promise<{ items: ArticleCard[]; pageCount: number; total: number }> {
  const { data, meta } = await find('article', {
    ...articleCardQuery,
    locale: reader.words,
    filters,
    sort: ['reviewedOn:desc', 'title'],
    pagination: { page, pageSize },
  });
  const items = [...toCards('article', data, reader, toArticleCard).values()];
  return { items, pageCount: meta.pagination.pageCount, total: meta.pagination.total };
}
