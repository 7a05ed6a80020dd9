import { sectionPath } from '../../shared/paths';
import type { ArticleCard } from '../../shared/views/article';
import type { Paged } from '../../shared/views/page';
import { listArticles } from './article-card';
import { notFound } from './parts/errors';
import { languageLinksBy } from './parts/versions';

const PAGE_SIZE = 12;

/** One page of the list of articles. Throws 404 for a page beyond the last. */
export async function articlesPage(locale: string, page: number): Promise<Paged<ArticleCard>> {
  const { items, pageCount, total } = await listArticles({ locale, words: locale }, { page, pageSize: PAGE_SIZE });
  if (page > Math.max(1, pageCount)) throw notFound(`page ${page} of the articles`);
  return { items, page, pageCount, total, languages: languageLinksBy(other => sectionPath('articles', other)) };
}
