import { defineEventHandler, getRouterParam } from 'h3';

import { previewOf } from '../../preview/preview';
import { localeQuery, readQuery } from '../../request-query';

export default defineEventHandler(async (event) => {
  const { locale } = await readQuery(event, localeQuery);
  return previewOf(getRouterParam(event, 'ticket') ?? '', locale);
});
