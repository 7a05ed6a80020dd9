import { defineEventHandler } from 'h3';

import { clinicsPage } from '../../content/clinic-list';
import { clinicsQuery, readQuery } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { locale, page, ...filter } = await readQuery(event, clinicsQuery);
  return clinicsPage(locale, filter, page);
});
