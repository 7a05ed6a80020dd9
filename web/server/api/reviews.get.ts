import { defineEventHandler } from 'h3';

import { reviewsPage } from '../content/review';
import { readQuery, reviewsQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale, page, verification } = await readQuery(event, reviewsQuery);
  return reviewsPage(locale, verification, page);
});
