import { defineEventHandler } from 'h3';

import { questionsSheet } from '../../../content/question-sheet';
import { readAddress, readQuery, sheetQuery } from '../../../request-query';

export default defineEventHandler(async (event) => {
  const { slug, locale } = await readAddress(event);
  const { with: second } = await readQuery(event, sheetQuery);
  return questionsSheet(slug, locale, second);
});
