import type { Core, Schema } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { nameOf } from '../edit-views/words';
import { words } from '../messages';
import { holdersOf, type Holders } from './holders';
import { ownAttributes, ownTypes, relationsOf, type ContentType } from './model';
import type { Row } from './rows';
import { titleOf } from './titles';
import { keysIn } from './validation/citations';
import type { Write } from './write';

const sources = 'api::source.source';
const texts = ['string', 'text', 'blocks'];
const namedAtMost = 5;

interface Source {
  documentId: string;
  citationKey: string;
}

/**
 * Keeps a source, and the key that texts cite it by, while anything cites it, published or not.
 *
 * @throws ValidationError that names the places
 */
export async function refuseLosingCitations(strapi: Core.Strapi, write: Write): Promise<void> {
  if (write.uid !== sources || !write.documentId) return;
  const source: Source | null = await strapi.db.query(sources).findOne({ where: { documentId: write.documentId } });
  const isRenamed = write.saves && 'citationKey' in write.data && write.data['citationKey'] !== source?.citationKey;
  if (!source || !(isRenamed || write.action === 'delete')) return;

  const uses = await usesOf(strapi, source);
  if (uses.length === 0) return;
  const { citedSource, refusal } = words();
  const named = uses.slice(0, namedAtMost).join('; ') + (uses.length > namedAtMost ? refusal.andMore(uses.length - namedAtMost) : '');
  const message = isRenamed ? citedSource.cannotBeRenamed(source.citationKey, named) : citedSource.cannotBeDeleted(source.citationKey, named);
  throw new errors.ValidationError(message);
}

async function usesOf(strapi: Core.Strapi, source: Source): Promise<string[]> {
  const holders: Holders[] = [];
  for (const type of ownTypes(strapi)) holders.push({ uid: type.uid, ids: await rowsCiting(strapi, type, source) });
  for (const part of Object.values(strapi.components)) holders.push(...(await holdersOf(strapi, part.uid, await rowsCiting(strapi, part, source))));

  const uses = new Set<string>();
  for (const { uid, ids } of holders.filter(holder => holder.ids.length > 0)) {
    const rows: Row[] = await strapi.db.query(uid).findMany({ where: { id: { $in: ids } }, orderBy: { id: 'asc' } });
    for (const row of rows) uses.add(inWords(strapi.contentType(uid), row));
  }
  return [...uses];
}

async function rowsCiting(strapi: Core.Strapi, model: Schema.Schema, { documentId, citationKey }: Source): Promise<number[]> {
  const names = ownAttributes(model).filter(([, { type }]) => texts.includes(type)).map(([name]) => name);
  // Not `$contains`: PostgreSQL knows that only of texts, and rich text is JSON.
  const mentioning = names.map(name => ({ [name]: { $containsi: `@${citationKey}` } }));
  const linking = relationsOf(model).filter(({ target }) => target === sources).map(({ name }) => ({ [name]: { documentId } }));

  const ids: number[] = [];
  if (mentioning.length > 0) {
    const rows: { id: number; [name: string]: unknown }[] = await strapi.db.query(model.uid).findMany({ where: { $or: mentioning }, select: ['id', ...names] });
    ids.push(...rows.filter(row => names.some(name => keysIn(JSON.stringify(row[name])).includes(citationKey))).map(({ id }) => id));
  }
  for (const where of linking) {
    const rows: { id: number }[] = await strapi.db.query(model.uid).findMany({ where, select: ['id'] });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

function inWords(type: ContentType, row: Row): string {
  const { language, quoted } = words();
  return `${nameOf(type, language).toLowerCase()} ${quoted(titleOf(row) ?? row.documentId)}${row.locale ? ` (${row.locale})` : ''}`;
}
