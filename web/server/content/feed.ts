import type { Filters, Query } from '@polyclinic/shared-types';

import { contentDate } from '../../shared/content-date';
import { documentPath, feedPath, sectionPath } from '../../shared/paths';
import type { Moved } from '../../shared/views/page';
import { find, findAll } from '../cms/client';
import type { Feed, FeedEntry } from '../found/feed';
import { withoutCitations } from './parts/citations';
import { notFound } from './parts/errors';
import { locate } from './parts/locate';
import { ownAndSource, shownVersions } from './parts/own-and-source';
import { siteSettings } from './site';

const ENTRIES = 50;

const entryQuery = {
  fields: ['documentId', 'slug', 'title', 'summary', 'changedOn', 'reviewedOn', 'publishedAt'],
  populate: { author: { fields: ['name'] } },
  sort: 'publishedAt:desc',
  pagination: { page: 1, pageSize: ENTRIES },
} as const satisfies Query<'article'>;

/** What is new among all articles of a locale. Throws 503. */
export async function articlesFeed(locale: string): Promise<Feed> {
  const [{ brand, tagline }, entries] = await Promise.all([siteSettings(locale), newestArticles(locale, {})]);
  return { title: brand, subtitle: tagline, language: locale, path: feedPath(sectionPath('', locale)), pagePath: sectionPath('articles', locale), publisher: brand, entries };
}

/**
 * What is new among the articles on a treatment, or where that feed has moved to.
 *
 * @throws 404 where the treatment has no version in the locale, 410 where it is gone, 503.
 */
export async function treatmentFeed(slug: string, locale: string): Promise<Feed | Moved> {
  const place = await locate('treatment', slug, locale);
  if ('movedTo' in place) return { movedTo: feedPath(place.movedTo) };
  if (place.contentLocale !== locale) throw notFound(`feed of "${slug}" in this locale`);

  const [rows, { brand }, entries] = await Promise.all([
    findAll('treatment', { fields: ['locale', 'name', 'summary'], ...shownVersions(place) }),
    siteSettings(locale),
    newestArticles(locale, { treatments: { documentId: place.documentId } }),
  ]);
  const { own } = ownAndSource(rows, place);
  return {
    title: `${own.name} · ${brand}`,
    subtitle: withoutCitations(own.summary),
    language: locale,
    path: feedPath(place.path),
    pagePath: place.path,
    publisher: brand,
    entries,
  };
}

/** The latest published, each under the date that people gave it, or else that of its publishing. */
async function newestArticles(locale: string, filters: Filters<'article'>): Promise<FeedEntry[]> {
  const { data } = await find('article', { ...entryQuery, locale, filters });
  return data.map(article => ({
    documentId: article.documentId,
    path: documentPath('article', article.slug, locale),
    title: article.title,
    summary: withoutCitations(article.summary),
    author: article.author?.name ?? null,
    updated: contentDate(article) ?? article.publishedAt,
  }));
}
