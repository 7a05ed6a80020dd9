import { defineEventHandler } from 'h3';

import { treatmentsPage } from '../../content/treatment-list';
import { localeQuery, readQuery } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { locale } = await readQuery(event, localeQuery);
  return treatmentsPage(locale);
});
