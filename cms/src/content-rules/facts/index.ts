import type { Core } from '@strapi/strapi';

import { hasDrafts, savedStage, type Stage } from '../model';
import { keepingTimes, rowsOf, stageOf, type Row } from '../rows';
import type { Write } from '../write';
import { linkFromPublished } from './published-links';
import { linkRows, mirrorDiscarded, mirrorPublished, mirrorSaved } from './relations';
import { sharePublished, shareSaved, takeOver } from './scalars';

/**
 * Does a write and keeps the facts of its document equal in every locale: shared values and factual relations,
 * in drafts when one is saved, in published versions when one is published.
 *
 * @returns what the write gave
 */
export async function writeKeepingFacts<Result>(strapi: Core.Strapi, write: Write, next: () => Promise<Result>): Promise<Result> {
  const { uid } = write;
  if (!write.isLocalized) return writeLinkingPublished(strapi, write, next);

  const before = write.documentId ? await rowsOf(strapi, uid, write.documentId) : [];
  if (write.saves && isFirstOf(write, before, savedStage(strapi.contentType(uid)))) takeOver(strapi, uid, write.data, before);
  return keepingTimes(strapi, uid, write.documentId, write.locales(before), async () => {
    const result = await next();
    const documentId = write.documentIdAfter(result);
    if (documentId) await shareFacts(strapi, write, documentId, before);
    return result;
  });
}

/** Of a type without locales: the published version links what its draft links, whatever locale that is published in. */
async function writeLinkingPublished<Result>(strapi: Core.Strapi, write: Write, next: () => Promise<Result>): Promise<Result> {
  const result = await next();
  const documentId = write.documentIdAfter(result);
  if (documentId && write.publishes && hasDrafts(strapi.contentType(write.uid))) await mirrorPublished(strapi, write.uid, documentId);
  return result;
}

async function shareFacts(strapi: Core.Strapi, write: Write, documentId: string, before: Row[]): Promise<void> {
  const { uid, action } = write;
  const type = strapi.contentType(uid);
  const locales = write.locales(before);

  if (write.saves) {
    const [locale = ''] = locales;
    const isNew = isFirstOf(write, before, savedStage(type));
    await shareSaved(strapi, uid, documentId, locale);
    await mirrorSaved(strapi, uid, documentId, locale, isNew);
    if (isNew) await linkRows(strapi, uid, documentId, savedStage(type));
  }
  if (action === 'discardDraft') {
    await shareSaved(strapi, uid, documentId, locales[0] ?? '');
    await mirrorDiscarded(strapi, uid, documentId);
  }
  if (write.publishes && hasDrafts(type)) {
    await sharePublished(strapi, uid, documentId);
    await mirrorPublished(strapi, uid, documentId);
  }
  if (action === 'unpublish' || (write.publishes && hasDrafts(type) && isFirstOf(write, before, 'published'))) {
    await linkRows(strapi, uid, documentId, 'published');
    await linkFromPublished(strapi, uid, documentId);
  }
}

/** Whether the write makes a locale's first row of a stage. */
function isFirstOf(write: Write, before: Row[], stage: Stage): boolean {
  return write.locales(before).some(locale => !before.some(row => row.locale === locale && stageOf(row) === stage));
}
