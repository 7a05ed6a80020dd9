import { defineEventHandler } from 'h3';

import { clinicPage } from '../../content/clinic';
import { readAddress } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return clinicPage(slug, locale);
});
