import type { Core, UID } from '@strapi/strapi';

import { holdersOf, type Holders } from '../holders';
import { hasDrafts, ownTypes, relationsOf, type ContentType, type Relation } from '../model';
import { deepPopulate, partsOf } from '../parts';
import { hasNewerDraft, inStage, stageOf, type Row } from '../rows';
import { copyLinks, linkerOf, type Linker } from './links';

/**
 * After a document was published or unpublished: published versions whose drafts link it, anywhere in them,
 * link what is published of it now. A version whose draft has changed since is left to its editor.
 */
export async function linkFromPublished(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  for (const { source, documentIds } of await draftsLinking(strapi, uid, documentId)) {
    for (const id of documentIds) await linkAsDrafted(strapi, source, id, uid);
  }
}

async function draftsLinking(strapi: Core.Strapi, target: UID.ContentType, documentId: string): Promise<{ source: ContentType; documentIds: Set<string> }[]> {
  const holders = await partsLinking(strapi, target, documentId);
  return Promise.all(
    ownTypes(strapi).filter(hasDrafts).map(async (source) => {
      const conditions = [
        ...owningTo(target, source).map(({ name }) => ({ [name]: { documentId } })),
        ...holders.filter(({ uid }) => uid === source.uid).map(({ ids }) => ({ id: { $in: ids } })),
      ];
      const documentIds = new Set<string>();
      for (const condition of conditions) {
        const where = { $and: [condition, inStage(strapi, source.uid, 'draft')] };
        const rows: Row[] = await strapi.db.query(source.uid).findMany({ where, select: ['id', 'documentId'] });
        for (const row of rows) documentIds.add(row.documentId);
      }
      return { source, documentIds };
    }),
  );
}

async function partsLinking(strapi: Core.Strapi, target: UID.ContentType, documentId: string): Promise<Holders[]> {
  const holders: Holders[] = [];
  for (const part of Object.values(strapi.components)) {
    for (const { name } of owningTo(target, part)) {
      const rows: { id: number }[] = await strapi.db.query(part.uid).findMany({ where: { [name]: { documentId } }, select: ['id'] });
      holders.push(...(await holdersOf(strapi, part.uid, rows.map(({ id }) => id))));
    }
  }
  return holders;
}

async function linkAsDrafted(strapi: Core.Strapi, type: ContentType, documentId: string, target: UID.ContentType): Promise<void> {
  const populate = deepPopulate(strapi, type, ['relation']);
  const rows: Row[] = await strapi.db.query(type.uid).findMany({ where: { documentId }, populate });
  for (const row of rows.filter(entry => stageOf(entry) === 'published' && !hasNewerDraft(entry, rows))) {
    const draft = rows.find(entry => stageOf(entry) === 'draft' && entry.locale === row.locale);
    if (!draft) continue;
    const drafted = new Map(linkersIn(strapi, type, draft).map(linker => [identity(linker), linker.row]));
    for (const linker of linkersIn(strapi, type, row)) {
      const from = drafted.get(identity(linker));
      if (from) await copyLinks(strapi, from, linker, owningTo(target, strapi.getModel(linker.uid)));
    }
  }
}

const owningTo = (target: UID.ContentType, model: { attributes: object }): Relation[] =>
  relationsOf(model).filter(relation => relation.owning && relation.target === target);

/** A version and its parts. */
function linkersIn(strapi: Core.Strapi, type: ContentType, row: Row): Linker[] {
  const version = linkerOf(type, row);
  return [version, ...partsOf(strapi, type, row).map(({ uid, value }) => ({ ...version, uid, row: value }))];
}

/** The same for a part of a draft and of its published version, whose rows differ. */
const identity = ({ uid, row }: Linker): string => `${uid} ${String(row['key'] ?? '')}`;
