import { defineEventHandler } from 'h3';

import { articlePage } from '../../content/article';
import { readAddress } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  return articlePage(slug, locale);
});
