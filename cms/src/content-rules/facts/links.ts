import { isDeepStrictEqual } from 'node:util';

import type { Core, UID } from '@strapi/strapi';

import { hasDrafts, isLocalized, type ContentType, type FactRelation, type Stage } from '../model';
import { inStage, stageOf, type Row } from '../rows';
import type { Links } from './merge';

interface LinkedRow {
  id: number;
  documentId: string;
}

/** The rows that a row links by a populated relation, in order. */
function linkedRows(row: Row, relation: FactRelation): LinkedRow[] {
  const value = row[relation.name];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is LinkedRow => typeof entry === 'object' && entry !== null && 'documentId' in entry);
}

/** The documents that a row links by a populated relation, in order. */
export const linksOf = (row: Row, relation: FactRelation): Links => [
  ...new Set(linkedRows(row, relation).map(({ documentId }) => documentId)),
];

/** The rows of documents that a relation may lead to. */
export class TargetRows {
  private constructor(
    private readonly type: ContentType,
    private readonly rows: Row[],
  ) {}

  static async load(strapi: Core.Strapi, target: UID.ContentType, documentIds: Links): Promise<TargetRows> {
    const where = { documentId: { $in: documentIds } };
    const rows = documentIds.length > 0 ? await strapi.db.query(target).findMany({ where, orderBy: { id: 'asc' } }) : [];
    return new TargetRows(strapi.contentType(target), rows);
  }

  /**
   * Ids of a document's rows that a row of this locale and stage may link.
   *
   * @param stage null for a row whose type has no drafts: it links draft and published rows alike
   */
  idsFor(documentId: string, locale: string | null, stage: Stage | null): number[] {
    return this.rows
      .filter(row => row.documentId === documentId)
      .filter(row => !isLocalized(this.type) || row.locale === locale)
      .filter(row => !hasDrafts(this.type) || stage === null || stageOf(row) === stage)
      .map(row => row.id);
  }
}

/** The stage of the rows that a row may link. */
export const linkStage = (type: ContentType, row: Row): Stage | null => (hasDrafts(type) ? stageOf(row) : null);

/** Makes a row link the given documents, as far as they exist in its locale and stage; leaves a row alone that does so already. */
export async function setLinks(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  row: Row,
  relation: FactRelation,
  wanted: Links,
  targets: TargetRows,
): Promise<void> {
  const stage = linkStage(strapi.contentType(uid), row);
  const ids = wanted.flatMap(documentId => targets.idsFor(documentId, row.locale, stage));
  const kept = relation.toOne && stage !== null ? ids.slice(0, 1) : ids;
  const present = linkedRows(row, relation).map(({ id }) => id);
  if (isDeepStrictEqual(present, kept)) return;
  await strapi.db.query(uid).update({ where: { id: row.id }, data: { [relation.name]: { set: kept.map(id => ({ id })) } } });
}

/** Documents that link a target by a relation, in a stage. */
export async function sourcesLinking(
  strapi: Core.Strapi,
  source: UID.ContentType,
  relation: FactRelation,
  target: string,
  stage: Stage,
): Promise<string[]> {
  const rows: Row[] = await strapi.db.query(source).findMany({
    where: { [relation.name]: { documentId: target }, ...inStage(strapi, source, stage) },
    select: ['id', 'documentId'],
  });
  return [...new Set(rows.map(({ documentId }) => documentId))];
}
