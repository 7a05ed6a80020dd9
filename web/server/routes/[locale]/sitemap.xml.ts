import { defineEventHandler, setResponseHeader } from 'h3';

import { indexedPages } from '../../content/indexed-pages';
import { writeSitemap } from '../../found/sitemap';
import { readLocale } from '../../request-query';
import { siteOrigin } from '../../site-origin';

export default defineEventHandler(async (event) => {
  const pages = await indexedPages(await readLocale(event));
  setResponseHeader(event, 'content-type', 'application/xml; charset=utf-8');
  return writeSitemap(pages, siteOrigin(event));
});
