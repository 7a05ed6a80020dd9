import type { Core } from '@strapi/strapi';

import { savedStage } from './model';
import { rowsOf } from './rows';
import type { Write } from './write';

/** What a version says of itself; the first of each tells whether it was copied. */
const statements = [['reviewedOn', 'reviewDueOn'], ['changeNote', 'changedOn']];

/**
 * Before the admin saves a language's first version: leaves out the review and the change that it has from another language.
 * "Fill in from another locale" copies them, and publishing would state a review of words that nobody reviewed.
 */
export async function forgetCopiedReview(strapi: Core.Strapi, write: Write): Promise<void> {
  const isAdmin = strapi.requestContext.get()?.path.startsWith('/content-manager/') ?? false;
  if (!isAdmin || !write.documentId || !write.isLocalized) return;
  const rows = await rowsOf(strapi, write.uid, write.documentId, { stage: savedStage(strapi.contentType(write.uid)) });
  if (rows.some(row => write.locales(rows).includes(row.locale ?? ''))) return;
  for (const [told = '', ...rest] of statements) {
    const said = write.data[told];
    if (said && rows.some(row => row[told] === said)) for (const name of [told, ...rest]) write.data[name] = null;
  }
}
