import { defineEventHandler } from 'h3';

import { articlesPage } from '../../content/article-list';
import { pageQuery, readQuery } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { locale, page } = await readQuery(event, pageQuery);
  return articlesPage(locale, page);
});
