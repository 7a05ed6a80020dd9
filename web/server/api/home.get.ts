import { defineEventHandler } from 'h3';

import { homePage } from '../content/home';
import { localeQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale } = await readQuery(event, localeQuery);
  return homePage(locale);
});
