import { defineEventHandler } from 'h3';

import { glossary } from '../content/glossary';
import { localeQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale } = await readQuery(event, localeQuery);
  return glossary(locale);
});
