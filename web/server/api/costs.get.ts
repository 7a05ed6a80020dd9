import { defineEventHandler } from 'h3';

import { costsPage } from '../content/cost-list';
import { costsQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale, page, ...asked } = await readQuery(event, costsQuery);
  return costsPage(locale, asked, page);
});
