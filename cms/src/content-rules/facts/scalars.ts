import { isDeepStrictEqual } from 'node:util';

import type { Core, UID } from '@strapi/strapi';

import { savedStage, sharedScalars } from '../model';
import { rowsOf, stageOf, type Row } from '../rows';

/** Before a save that makes a new locale: the shared values that it leaves out are those of the locales that are there. */
export function takeOver(strapi: Core.Strapi, uid: UID.ContentType, data: Record<string, unknown>, rows: Row[]): void {
  const type = strapi.contentType(uid);
  const present = rows.find(row => stageOf(row) === savedStage(type));
  if (!present) return;
  for (const name of sharedScalars(type)) data[name] ??= present[name];
}

/** After a save: gives the values that all locales share to the other locales' rows of the same stage. */
export async function shareSaved(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, locale: string): Promise<void> {
  const type = strapi.contentType(uid);
  const rows = await rowsOf(strapi, uid, documentId, { stage: savedStage(type) });
  const leader = rows.find(row => row.locale === locale);
  if (!leader) return;
  const values = Object.fromEntries(sharedScalars(type).map(name => [name, leader[name]]));
  for (const row of rows) await giveValues(strapi, uid, row, values);
}

/** After publishing: every published locale has the values of its draft. */
export async function sharePublished(strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> {
  const names = sharedScalars(strapi.contentType(uid));
  const drafts = await rowsOf(strapi, uid, documentId, { stage: 'draft' });
  for (const row of await rowsOf(strapi, uid, documentId, { stage: 'published' })) {
    const draft = drafts.find(({ locale }) => locale === row.locale);
    if (draft) await giveValues(strapi, uid, row, Object.fromEntries(names.map(name => [name, draft[name]])));
  }
}

async function giveValues(strapi: Core.Strapi, uid: UID.ContentType, row: Row, values: Record<string, unknown>): Promise<void> {
  const changed = Object.entries(values).filter(([name, value]) => !isDeepStrictEqual(row[name], value));
  if (changed.length > 0) {
    await strapi.db.query(uid).update({ where: { id: row.id }, data: Object.fromEntries(changed) });
  }
}
