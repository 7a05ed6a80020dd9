import { defineEventHandler, setResponseHeaders } from 'h3';

import { costsFile } from '../../content/cost-file';
import { costChoices, readLocale, readQuery } from '../../request-query';

/** The comparison of costs as a file; it takes the parameters of the page. */
export default defineEventHandler(async (event) => {
  const locale = await readLocale(event);
  const { name, text } = await costsFile(locale, await readQuery(event, costChoices));
  setResponseHeaders(event, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}"`,
    'content-language': locale,
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  return text;
});
