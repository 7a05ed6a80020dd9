import { defineEventHandler, setResponseHeader } from 'h3';

import { localeCodes } from '../../shared/locales';
import { sitemapPath } from '../../shared/paths';
import { writeSitemapIndex } from '../found/sitemap';
import { siteOrigin } from '../site-origin';

export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'application/xml; charset=utf-8');
  return writeSitemapIndex(localeCodes.map(sitemapPath), siteOrigin(event));
});
