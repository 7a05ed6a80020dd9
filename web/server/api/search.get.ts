import { defineEventHandler } from 'h3';

import { searchPage } from '../search/search-page';
import { readQuery, searchQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale, q, kind, page } = await readQuery(event, searchQuery);
  return searchPage(locale, { query: q, kind }, page);
});
