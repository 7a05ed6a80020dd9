import type { Query } from '@polyclinic/shared-types';

import type { Moved } from '../../shared/views/page';
import type { StaticPage } from '../../shared/views/static-page';
import { toContents } from './parts/contents';
import { withoutCitations } from './parts/citations';
import { toDocumentPage } from './parts/document-page';
import { locate, type Place } from './parts/locate';
import { ownAndSource, shownVersions, versionReader } from './parts/own-and-source';
import { preparePageText } from './parts/page-text';
import { toNodes } from './parts/rich-text';

const pageQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'title', 'summary', 'body'],
  populate: { seo: { fields: ['title', 'description'] } },
} as const satisfies Query<'page'>;

/** A page such as "about us", or where it has moved to. Throws 404, 410 or 503. */
export async function staticPage(slug: string, locale: string): Promise<StaticPage | Moved> {
  const place = await locate('page', slug, locale);
  return 'movedTo' in place ? place : writeStaticPage(place, locale);
}

/** The page of the page at a place. Throws 503. */
export async function writeStaticPage(place: Place, locale: string): Promise<StaticPage> {
  const { own } = ownAndSource(await versionReader(place)('page', { ...pageQuery, ...shownVersions(place) }), place);
  const text = await preparePageText(own.body, { locale, words: place.contentLocale });
  const nodes = toNodes(own.body, text);
  const summary = own.summary === null ? null : withoutCitations(own.summary);
  return {
    ...toDocumentPage(place, locale, { title: own.title, summary, seo: own.seo }),
    summary,
    contents: toContents(nodes, null),
    nodes,
    sources: text.citations.cited,
  };
}
