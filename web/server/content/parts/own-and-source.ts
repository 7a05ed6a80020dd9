import { findAll, findDrafts } from '../../cms/client';
import { notFound } from './errors';
import type { Place } from './locate';

/** What to ask for the version that is shown and the one that it was made from. */
export function shownVersions(place: Place) {
  return { locale: '*', filters: { documentId: place.documentId, locale: { $in: [...new Set([place.contentLocale, place.sourceLocale])] } } } as const;
}

/** The way to ask: published versions, but for a preview. */
export function versionReader({ draft }: Place): typeof findAll {
  return draft ? findDrafts : findAll;
}

/**
 * Tells the two apart.
 *
 * @returns `source` is null where the version shown is the source itself, or where that is not published.
 * @throws 404 where the version went between two calls.
 */
export function ownAndSource<V extends { locale: string }>(rows: V[], place: Place): { own: V; source: V | null } {
  const own = rows.find(row => row.locale === place.contentLocale);
  if (own === undefined) throw notFound(`version of ${place.path}`);
  return { own, source: rows.find(row => row !== own && row.locale === place.sourceLocale) ?? null };
}

interface Linked { documentId: string }

/**
 * The documents that a relation stating a fact leads to: the source's, and any that only this version has.
 * A version cannot link to what is not there in its locale; the page can, in the other language.
 */
export function factIds(own: Linked[], source: Linked[] | undefined): string[] {
  return [...new Set([...(source ?? []), ...own].map(linked => linked.documentId))];
}
