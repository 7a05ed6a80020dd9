import type { TypeName } from '@polyclinic/shared-types';

import type { Change } from './change-feed';

/**
 * What an answer of the CMS rests on, each thing by a name (a surrogate key): documents by their id, `links:<id>` and
 * `links:<type>/<id>` for what leads to a document, `slug:<type>/<slug>` for whatever is found under a slug, and `list:<type>` where any document of a type may matter.
 *
 * @param filters of the query that was asked.
 * @param answer as it came.
 */
export function keysOfAnswer(type: TypeName, filters: unknown, answer: unknown): Set<string> {
  return new Set([...boundsOf(type, filters) ?? [`list:${type}`], ...documentsIn(answer)]);
}

/** The key of the pages that are a document's own: they go when it goes. */
export function pageKey(documentId: string): string {
  return `page:${documentId}`;
}

/** What a change touches; null where it is everything. */
export function keysOfChange({ type, documentId, slug, action, by }: Change): string[] | null {
  // Settings of a locale show on every page.
  if (documentId === null || type === 'locale') return null;
  if (action === 'linked') return [by === null ? `links:${documentId}` : `links:${by}/${documentId}`];
  return [documentId, pageKey(documentId), `list:${type}`, ...(slug === null ? [] : [`slug:${type}/${slug}`])];
}

/** The keys outside of which nothing can match a filter; null where anything of the type can. */
function boundsOf(type: TypeName, filters: unknown): string[] | null {
  if (!isRecord(filters)) return null;
  for (const [name, value] of Object.entries(filters)) {
    const bounds = boundsOfOne(type, name, value);
    if (bounds !== null) return bounds;
  }
  return null;
}

function boundsOfOne(type: TypeName, name: string, value: unknown): string[] | null {
  if (name === '$or' && Array.isArray(value)) {
    const alternatives = value.map(each => boundsOf(type, each));
    return alternatives.every(bounds => bounds !== null) ? alternatives.flat() : null;
  }
  if (name === '$and' && Array.isArray(value)) return value.map(each => boundsOf(type, each)).find(bounds => bounds !== null) ?? null;
  if (name === 'documentId') return wantedBy(value);
  if (name === 'slug') return wantedBy(value)?.map(slug => `slug:${type}/${slug}`) ?? null;
  if (isRecord(value) && 'documentId' in value) return wantedBy(value.documentId)?.flatMap(id => [id, `links:${id}`, `links:${type}/${id}`]) ?? null;
  return null;
}

/** The values that a condition lets through; null where it names none. */
function wantedBy(condition: unknown): string[] | null {
  const values = isRecord(condition) ? (condition.$in ?? condition.$eq) : condition;
  const list = [values].flat();
  return list.every(value => typeof value === 'string') ? list : null;
}

function documentsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'documentId' && typeof inner === 'string' ? [inner] : documentsIn(inner)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
