import type { Core, UID } from '@strapi/strapi';

import { factRelations, factRelationsTo, hasDrafts, savedStage, type FactRelation, type Stage } from '../model';
import { hasNewerDraft, keepingTimes, rowsOf, type Row } from '../rows';
import { linksOf, linkStage, setLinks, sourcesLinking, TargetRows } from './links';
import { mergeAll, mergeLed, type Links } from './merge';

type Merge = (rows: Row[], relation: FactRelation) => Promise<Links> | Links;

/**
 * After a save: gives the facts that a locale links to the document's other locales.
 *
 * @param isNew whether the save made the locale; then it has what the others link, and may add to it, not take away
 */
export async function mirrorSaved(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, locale: string, isNew: boolean): Promise<void> {
  const type = strapi.contentType(uid);
  await mirror(strapi, uid, documentId, savedStage(type), factRelations(type), async (rows, relation) => {
    const leader = rows.find(row => row.locale === locale);
    const others = rows.filter(row => row !== leader).map(row => linksOf(row, relation));
    if (!leader) return mergeAll(others);
    const own = linksOf(leader, relation);
    if (relation.toOne && own.length > 0) return own;
    if (isNew) return mergeAll([...others, own]);
    const targets = await TargetRows.load(strapi, relation.target, others.flat());
    const visible = (id: string) => targets.idsFor(id, locale, linkStage(type, leader)).length > 0;
    return mergeLed(own, others, visible);
  });
}

/** After publishing: every published locale links what its draft links. */
export async function mirrorPublished(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  const relations = factRelations(strapi.contentType(uid));
  const names = relations.map(({ name }) => name);
  const drafts = await rowsOf(strapi, uid, documentId, { stage: 'draft', relations: names });
  for (const row of await rowsOf(strapi, uid, documentId, { stage: 'published', relations: names })) {
    const draft = drafts.find(({ locale }) => locale === row.locale);
    if (draft) await copyLinks(strapi, uid, draft, row, relations);
  }
}

/** After drafts were discarded: every draft links what the published locales link. */
export async function mirrorDiscarded(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  const relations = factRelations(strapi.contentType(uid));
  const published = await rowsOf(strapi, uid, documentId, { stage: 'published', relations: relations.map(({ name }) => name) });
  await mirror(strapi, uid, documentId, 'draft', relations, (_, relation) => mergeAll(published.map(row => linksOf(row, relation))));
}

/**
 * After a document got rows in locales where it had none of the stage: documents that link it elsewhere link it there too.
 * A published document whose draft has linked it since it was published, and did not change, links it as well.
 */
export async function linkNewRows(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, stage: Stage): Promise<void> {
  for (const { source, relation } of factRelationsTo(strapi, uid)) {
    for (const id of await sourcesLinking(strapi, source.uid, relation, documentId, stage)) {
      await keepingTimes(strapi, source.uid, id, [], () =>
        mirror(strapi, source.uid, id, stage, [relation], rows => mergeAll(rows.map(row => linksOf(row, relation)))),
      );
    }
    if (stage === 'draft' || !hasDrafts(source)) continue;
    for (const id of await sourcesLinking(strapi, source.uid, relation, documentId, 'draft')) {
      await linkWhereUnchanged(strapi, source.uid, id, relation);
    }
  }
}

async function linkWhereUnchanged(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, relation: FactRelation): Promise<void> {
  const rows = await rowsOf(strapi, uid, documentId, { relations: [relation.name] });
  const [drafts, published] = [rows.filter(row => row.publishedAt === null), rows.filter(row => row.publishedAt !== null)];
  for (const row of published.filter(entry => !hasNewerDraft(entry, rows))) {
    const draft = drafts.find(({ locale }) => locale === row.locale);
    if (draft) await copyLinks(strapi, uid, draft, row, [relation]);
  }
}

async function copyLinks(strapi: Core.Strapi, uid: UID.ContentType, from: Row, to: Row, relations: FactRelation[]): Promise<void> {
  for (const relation of relations) {
    const links = linksOf(from, relation);
    await setLinks(strapi, uid, to, relation, links, await TargetRows.load(strapi, relation.target, links));
  }
}

async function mirror(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  stage: Stage,
  relations: FactRelation[],
  merge: Merge,
): Promise<void> {
  const rows = await rowsOf(strapi, uid, documentId, { stage, relations: relations.map(({ name }) => name) });
  for (const relation of relations) {
    const links = await merge(rows, relation);
    const targets = await TargetRows.load(strapi, relation.target, links);
    for (const row of rows) await setLinks(strapi, uid, row, relation, links, targets);
  }
}
