import type { Core, UID } from '@strapi/strapi';

import { hasDrafts, type Stage } from './model';

/** A row of a document: one locale, draft or published. */
export interface Row {
  id: number;
  documentId: string;
  locale: string | null;
  updatedAt: string;
  publishedAt: string | null;
  [attribute: string]: unknown;
}

export const stageOf = (row: Row): Stage => (row.publishedAt === null ? 'draft' : 'published');

/** Database filter for the rows of a stage. */
export function inStage(strapi: Core.Strapi, uid: UID.ContentType, stage: Stage): object {
  if (!hasDrafts(strapi.contentType(uid))) return {};
  return { publishedAt: stage === 'draft' ? { $null: true } : { $notNull: true } };
}

/** All rows of a document, or those of one stage, with the relations asked for in their order. */
export async function rowsOf(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  options: { stage?: Stage; relations?: string[] } = {},
): Promise<Row[]> {
  const links = (options.relations ?? []).map(name => [name, { select: ['id', 'documentId', 'locale'] }]);
  return strapi.db.query(uid).findMany({
    where: { documentId, ...(options.stage ? inStage(strapi, uid, options.stage) : {}) },
    populate: Object.fromEntries(links),
    orderBy: { id: 'asc' },
  });
}

/**
 * Runs work that changes a document's rows for the sake of another locale, then puts back the times that it moved:
 * editors see "Modified" by them, and a locale whose own words did not change is not modified.
 *
 * @param written locales that the work writes in their own right; their times are left
 */
export async function keepingTimes<Result>(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string | undefined,
  written: string[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (!documentId) return work();
  const before = (await rowsOf(strapi, uid, documentId)).filter(row => !written.includes(row.locale ?? ''));
  const result = await work();
  if (before.length === 0) return result;
  const after = new Map((await rowsOf(strapi, uid, documentId)).map(row => [row.id, row.updatedAt]));
  for (const row of before) {
    const isMoved = after.has(row.id) && after.get(row.id) !== row.updatedAt;
    if (isMoved && (stageOf(row) === 'draft' || hasNewerDraft(row, before))) {
      // Not by an update of the query engine: that would set the time anew.
      await strapi.db.queryBuilder(uid).where({ id: row.id }).update({ updatedAt: row.updatedAt }).execute();
    }
  }
  return result;
}

/** Whether a published row's draft was changed after it. */
export function hasNewerDraft(published: Row, rows: Row[]): boolean {
  return rows.some(row => stageOf(row) === 'draft' && row.locale === published.locale && row.updatedAt > published.updatedAt);
}
