import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { defaultLocale, siteLocales } from '../content-rules/locales';
import { savedStage } from '../content-rules/model';
import { stageOf, type Row } from '../content-rules/rows';
import { Write } from '../content-rules/write';
import { words } from '../messages';

type Need = 'create' | 'update' | 'delete' | 'publish';

/** What Strapi's permission checker answers; the entity decides by its locale and creator. */
interface Checker {
  cannot: Record<Need, (entity: object) => boolean>;
}

/** Set while a permitted write runs: what the content rules write on its behalf is not asked about again. */
const permitted = new AsyncLocalStorage<true>();

/**
 * Holds each write of a person in the admin against that person's rights in every locale that it touches.
 * The content manager asks only once for the type when a locale or a document is made, so that a right to one language
 * would make versions in all of them. A new document takes the right to the default language: translations are made of what is there.
 */
export function guardRights(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { userAbility, user } = strapi.requestContext.get()?.state ?? {};
    const write = userAbility && !permitted.getStore() ? Write.of(context) : null;
    if (!write) return next();
    const checker: Checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model: write.uid });
    for (const { locale, need, row } of needsOf(write, await storedRows(strapi, write))) {
      if (checker.cannot[need](row ?? { locale, createdBy: user })) {
        throw new errors.ForbiddenError(words().rights[need](locale));
      }
    }
    return permitted.run(true, async () => next());
  });
}

interface Asked {
  locale: string;
  need: Need;
  /** The version that is there. */
  row?: Row | undefined;
}

function needsOf(write: Write, rows: Row[]): Asked[] {
  // What all languages share goes back with a draft that is thrown away; and it takes the right to write one, a signature alone does not do.
  if (write.action === 'clone' || write.action === 'discardDraft') return siteLocales().map(({ code }) => ({ locale: code, need: 'create' }));
  const locales = write.locales(rows);
  if (write.action === 'create' && write.isLocalized) locales.push(defaultLocale());
  return locales.flatMap((locale): Asked[] => {
    const row = rows.find(entry => !write.isLocalized || entry.locale === locale);
    const needs: Need[] = [needFor(write, row)];
    if (write.publishes && write.action !== 'publish') needs.push('publish');
    return needs.map(need => ({ locale, need, row }));
  });
}

function needFor({ action }: Write, row: Row | undefined): Need {
  if (action === 'delete') return 'delete';
  if (action === 'publish' || action === 'unpublish') return 'publish';
  return row ? 'update' : 'create';
}

async function storedRows(strapi: Core.Strapi, { uid, documentId }: Write): Promise<Row[]> {
  if (!documentId) return [];
  const rows: Row[] = await strapi.db.query(uid).findMany({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } }, orderBy: { id: 'asc' } });
  const stage = savedStage(strapi.contentType(uid));
  // The draft stands for its version, where there is one.
  return rows.toSorted((one, other) => Number(stageOf(other) === stage) - Number(stageOf(one) === stage));
}
