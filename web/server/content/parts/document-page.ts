import type { DocumentPage } from '../../../shared/views/page';
import type { Place } from './locate';

/** What every page of a document shares, from where it was found and what its version says of itself. */
export function toDocumentPage(
  place: Place,
  locale: string,
  words: { title: string; summary: string | null; seo?: { title: string | null; description: string | null } | null },
): DocumentPage {
  return {
    documentId: place.documentId,
    locale,
    contentLocale: place.contentLocale,
    path: place.path,
    languages: place.languages,
    title: words.title,
    headTitle: words.seo?.title ?? words.title,
    description: words.seo?.description ?? words.summary ?? '',
  };
}
