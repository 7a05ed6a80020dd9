import { defineEventHandler } from 'h3';

import { conditionPage } from '../../content/condition';
import { readAddress } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return conditionPage(slug, locale);
});
