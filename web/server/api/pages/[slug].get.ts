import { defineEventHandler } from 'h3';

import { staticPage } from '../../content/static-page';
import { readAddress } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return staticPage(slug, locale);
});
