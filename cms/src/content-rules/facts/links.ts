import { isDeepStrictEqual } from 'node:util';

import type { Core, UID } from '@strapi/strapi';

import { defaultLocale } from '../locales';
import { hasDrafts, isLocalized, type ContentType, type Relation, type Stage } from '../model';
import { inStage, stageOf, type Row } from '../rows';
import type { Links } from './merge';

/** What links others: a version of a document, or a part of one. */
export interface Linker {
  uid: UID.Schema;
  /** With its relations. */
  row: Record<string, unknown>;
  locale: string | null;
  /** Of the rows that it may link; null where it links draft and published rows alike. */
  stage: Stage | null;
}

export const linkerOf = (type: ContentType, row: Row): Linker => ({
  uid: type.uid,
  row,
  locale: row.locale,
  stage: hasDrafts(type) ? stageOf(row) : null,
});

interface LinkedRow {
  id: number;
  documentId: string;
}

/** The rows that a row links by a populated relation, in order. */
function linkedRows(row: Record<string, unknown>, relation: Relation): LinkedRow[] {
  const value = row[relation.name];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is LinkedRow => typeof entry === 'object' && entry !== null && 'documentId' in entry);
}

/** The documents that a row links by a populated relation, in order. */
export const linksOf = (row: Record<string, unknown>, relation: Relation): Links => [
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

  /** Ids of a document's rows that something in this locale and stage may link. What has no locale links one: the default, or else any. */
  idsFor(documentId: string, { locale, stage }: Pick<Linker, 'locale' | 'stage'>): number[] {
    const rows = this.rows.filter(row => row.documentId === documentId);
    if (!hasDrafts(this.type)) return this.inLocale(rows, locale);
    const stages: Stage[] = stage === null ? ['draft', 'published'] : [stage];
    return stages.flatMap(each => this.inLocale(rows.filter(row => stageOf(row) === each), locale));
  }

  private inLocale(rows: Row[], locale: string | null): number[] {
    const anyRow = rows.find(row => row.locale === defaultLocale()) ?? rows[0];
    const wanted = locale ?? anyRow?.locale;
    return rows.filter(row => !isLocalized(this.type) || row.locale === wanted).map(({ id }) => id);
  }
}

/** Makes a row link the given documents, as far as they exist in its locale and stage; leaves a row alone that does so already. */
export async function setLinks(strapi: Core.Strapi, linker: Linker, relation: Relation, wanted: Links, targets: TargetRows): Promise<void> {
  const { uid, row, stage } = linker;
  const ids = wanted.flatMap(documentId => targets.idsFor(documentId, linker));
  const kept = relation.toOne && stage !== null ? ids.slice(0, 1) : ids;
  const present = linkedRows(row, relation).map(({ id }) => id);
  if (isDeepStrictEqual(present, kept)) return;
  await strapi.db.query(uid).update({ where: { id: row['id'] }, data: { [relation.name]: { set: kept.map(id => ({ id })) } } });
}

/** Makes one row link what another links. */
export async function copyLinks(strapi: Core.Strapi, from: Record<string, unknown>, to: Linker, relations: Relation[]): Promise<void> {
  for (const relation of relations) {
    const links = linksOf(from, relation);
    await setLinks(strapi, to, relation, links, await TargetRows.load(strapi, relation.target, links));
  }
}

/** Documents that link a target by a relation, in a stage. */
export async function sourcesLinking(
  strapi: Core.Strapi,
  source: UID.ContentType,
  relation: Relation,
  target: string,
  stage: Stage,
): Promise<string[]> {
  const rows: Row[] = await strapi.db.query(source).findMany({
    where: { [relation.name]: { documentId: target }, ...inStage(strapi, source, stage) },
    select: ['id', 'documentId'],
  });
  return [...new Set(rows.map(({ documentId }) => documentId))];
}
