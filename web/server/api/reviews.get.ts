import { defineEventHandler } from 'h3';

import { reviewsPage } from '../content/review';
import { pageQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale, page } = await readQuery(event, pageQuery);
  return reviewsPage(locale, page);
});
