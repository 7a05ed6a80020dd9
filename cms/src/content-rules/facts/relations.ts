import type { Core, UID } from '@strapi/strapi';

import { factRelations, factRelationsTo, savedStage, type Relation, type Stage } from '../model';
import { keepingTimes, rowsOf, type Row } from '../rows';
import { copyLinks, linkerOf, linksOf, setLinks, sourcesLinking, TargetRows } from './links';
import { mergeAll, mergeLed, type Links } from './merge';

type Merge = (rows: Row[], relation: Relation) => Promise<Links> | Links;

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
    const visible = (id: string) => targets.idsFor(id, linkerOf(type, leader)).length > 0;
    return mergeLed(own, others, visible);
  });
}

/** After publishing: every published locale links what its draft links. */
export async function mirrorPublished(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  const type = strapi.contentType(uid);
  const relations = factRelations(type);
  const names = relations.map(({ name }) => name);
  const drafts = await rowsOf(strapi, uid, documentId, { stage: 'draft', relations: names });
  for (const row of await rowsOf(strapi, uid, documentId, { stage: 'published', relations: names })) {
    const draft = drafts.find(({ locale }) => locale === row.locale);
    if (draft) await copyLinks(strapi, draft, linkerOf(type, row), relations);
  }
}

/** After drafts were discarded: every draft links what the published locales link. */
export async function mirrorDiscarded(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  const relations = factRelations(strapi.contentType(uid));
  const published = await rowsOf(strapi, uid, documentId, { stage: 'published', relations: relations.map(({ name }) => name) });
  await mirror(strapi, uid, documentId, 'draft', relations, (_, relation) => mergeAll(published.map(row => linksOf(row, relation))));
}

/** After a document got or lost rows of a stage in some locale: documents that link it elsewhere link it there too. */
export async function linkRows(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, stage: Stage): Promise<void> {
  for (const { source, relation } of factRelationsTo(strapi, uid)) {
    for (const id of await sourcesLinking(strapi, source.uid, relation, documentId, stage)) {
      await keepingTimes(strapi, source.uid, id, [], () =>
        mirror(strapi, source.uid, id, stage, [relation], rows => mergeAll(rows.map(row => linksOf(row, relation)))),
      );
    }
  }
}

async function mirror(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  stage: Stage,
  relations: Relation[],
  merge: Merge,
): Promise<void> {
  const type = strapi.contentType(uid);
  const rows = await rowsOf(strapi, uid, documentId, { stage, relations: relations.map(({ name }) => name) });
  for (const relation of relations) {
    const links = await merge(rows, relation);
    const targets = await TargetRows.load(strapi, relation.target, links);
    for (const row of rows) await setLinks(strapi, linkerOf(type, row), relation, links, targets);
  }
}
