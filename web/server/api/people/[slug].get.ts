import { defineEventHandler } from 'h3';

import { personPage } from '../../content/person';
import { readAddress } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return personPage(slug, locale);
});
