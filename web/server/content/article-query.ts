import type { Entry, Query } from '@polyclinic/shared-types';

import { figureSelection } from './parts/figure';
import { sourceSelection } from './parts/sources';

const link = { fields: ['documentId'] } as const;

/** Everything that an article says itself; what it links to is looked up by document. */
export const articleQuery = {
  fields: [
    'documentId', 'locale', 'sourceLocale', 'slug', 'title', 'summary', 'keyTakeaways',
    'reviewedOn', 'reviewDueOn', 'changeNote', 'changedOn',
  ],
  populate: {
    cover: figureSelection,
    treatments: link,
    conditions: link,
    author: link,
    medicalReviewer: link,
    related: link,
    sources: sourceSelection,
    seo: { fields: ['title', 'description'] },
    body: {
      on: {
        'block.text': { fields: ['key', 'hiddenIn', 'body'] },
        'shared.figure': figureSelection,
        'block.callout': { fields: ['key', 'hiddenIn', 'kind', 'title', 'body'] },
        'block.list': { fields: ['key', 'hiddenIn', 'kind', 'title', 'items'] },
        'evidence.claim': {
          fields: ['key', 'hiddenIn', 'claim', 'outcome', 'percent', 'percentLabel', 'comparisonPercent', 'comparisonLabel', 'grade', 'contrary'],
          populate: { source: sourceSelection, contrarySource: sourceSelection },
        },
        'block.cost-table': { fields: ['key', 'hiddenIn', 'title', 'note'], populate: { treatment: link } },
        'block.clinic-cards': { fields: ['key', 'hiddenIn', 'title'], populate: { clinics: link } },
        'block.patient-story': { fields: ['key', 'hiddenIn', 'title'], populate: { review: link } },
        'block.video': { fields: ['key', 'hiddenIn', 'title', 'provider', 'videoId', 'durationSeconds', 'transcript'] },
        'block.faq': {
          fields: ['key', 'hiddenIn', 'title'],
          populate: { items: { fields: ['key', 'hiddenIn', 'question', 'answer'] } },
        },
        'block.call-to-action': { fields: ['key', 'hiddenIn', 'title', 'text'] },
      },
    },
  },
} as const satisfies Query<'article'>;

export type ArticleEntry = Entry<'article', typeof articleQuery>;
export type ArticleBlock = ArticleEntry['body'][number];
