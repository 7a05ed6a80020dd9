import type { Core } from '@strapi/strapi';

import { ownAttributes, savedStage } from '../model';
import { rowsOf, type Row } from '../rows';
import type { Write } from '../write';
import { toSlug } from './transliterate';
import { uniqueSlug } from './unique';

/** Makes the slug of a saved document from its title, where the save brings none and there was none. */
export async function fillSlug(strapi: Core.Strapi, write: Write): Promise<void> {
  const type = strapi.contentType(write.uid);
  const field = slugField(type);
  if (!field || write.data[field.name]) return;
  const stored = await storedRow(strapi, write);
  if (stored?.[field.name] && !(field.name in write.data)) return;
  const words = write.data[field.target] ?? stored?.[field.target];
  const slug = typeof words === 'string' ? toSlug(words) : '';
  if (slug) write.data[field.name] = await uniqueSlug(strapi, write.uid, field.name, slug, write.documentId);
}

/** A type's slug and the field that it is made from. */
export function slugField(type: { attributes: object }): { name: string; target: string } | null {
  for (const [name, attribute] of ownAttributes(type)) {
    if (attribute.type === 'uid' && attribute.targetField) return { name, target: attribute.targetField };
  }
  return null;
}

async function storedRow(strapi: Core.Strapi, write: Write): Promise<Row | undefined> {
  if (!write.documentId) return undefined;
  const rows = await rowsOf(strapi, write.uid, write.documentId, { stage: savedStage(strapi.contentType(write.uid)) });
  return rows.find(row => !write.isLocalized || row.locale === write.locales([])[0]);
}
