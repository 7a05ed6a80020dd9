import { defineEventHandler } from 'h3';

import { siteSettings } from '../content/site';
import { localeQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale } = await readQuery(event, localeQuery);
  return siteSettings(locale);
});
