import type { Core } from '@strapi/strapi';

import { refuseLosingCitations } from './cited-sources';
import { writeKeepingFacts } from './facts';
import { giveKeys } from './keys';
import { forgetCopiedReview } from './copied-review';
import { writeKeepingRedirects } from './redirects';
import { fillSlug } from './slugs';
import { tidyForms } from './tidy';
import { writeWithoutFaults } from './validation';
import { Write } from './write';

/**
 * Puts the rules of the content model around every write of a document, in one transaction with it.
 * To be called in `register`, so that the rules see what the i18n plugin does at the same time.
 */
export function registerContentRules(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const write = Write.of(context);
    if (!write) return next();
    return strapi.db.transaction(async () => {
      await refuseLosingCitations(strapi, write);
      if (write.action === 'clone') forgetOrigin(strapi, write);
      if (write.saves) {
        await fillSlug(strapi, write);
        await giveKeys(strapi, write);
        tidyForms(strapi, write);
        await forgetCopiedReview(strapi, write);
      }
      return writeWithoutFaults(strapi, write, () => writeKeepingRedirects(strapi, write, () => writeKeepingFacts(strapi, write, async () => next())));
    });
  });
}

/** A copy was not imported: the importer must not find it in place of the original. */
function forgetOrigin(strapi: Core.Strapi, write: Write): void {
  if ('importedFrom' in strapi.contentType(write.uid).attributes) write.data['importedFrom'] = null;
}
