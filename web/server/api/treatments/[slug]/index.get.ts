import { defineEventHandler } from 'h3';

import { treatmentPage } from '../../../content/treatment';
import { readAddress } from '../../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return treatmentPage(slug, locale);
});
