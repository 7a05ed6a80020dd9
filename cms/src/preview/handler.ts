import type { Core } from '@strapi/strapi';

import { defaultLocale, isSiteLocale } from '../content-rules/locales';
import type { Row } from '../content-rules/rows';
import type { PreviewSettings } from './settings';
import { signTicket } from './ticket';

const validForSeconds = 60 * 60;

/** Types whose documents have a page of their own on the site. */
const paged = ['article', 'treatment', 'clinic', 'condition', 'person', 'page'];

interface Checker {
  cannot: { read: (entity: object) => boolean };
}

/** What the admin asks for; of a version with changes the status is `modified`. */
interface Asked {
  documentId: string;
  locale?: string | null;
  status?: string;
}

/**
 * Where the site shows a version for the next hour to the person who asks, and to whom that person hands the address on.
 * Strapi asks this for anybody who is signed in, so the right to read is looked at here.
 *
 * @returns null where there is nothing to show, or where the person may not read it; the admin then offers no preview
 */
export async function previewAddress(strapi: Core.Strapi, { site, secret }: PreviewSettings, uid: string, asked: Asked): Promise<string | null> {
  const type = paged.find(name => uid === `api::${name}.${name}`);
  const { documentId } = asked;
  const locale = asked.locale || defaultLocale();
  if (!type || !isSiteLocale(locale)) return null;
  const rows: Row[] = await strapi.db.query(uid).findMany({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } } });
  if (rows.length === 0 || !mayRead(strapi, uid, shownRows(rows, locale))) return null;
  const status = asked.status === 'published' ? 'published' : 'draft';
  const expires = Math.floor(Date.now() / 1000) + validForSeconds;
  return `${site}/${locale}/preview/${signTicket({ type, documentId, locale, status, expires }, secret)}`;
}

/** The page borrows from the source what the version lacks, and from any version where both are missing. */
function shownRows(rows: Row[], locale: string): object[] {
  const shown = rows.filter(row => row.locale === locale || row.locale === (row['sourceLocale'] ?? defaultLocale()));
  return [{ locale }, ...(shown.length > 0 ? shown : rows)];
}

function mayRead(strapi: Core.Strapi, uid: string, rows: object[]): boolean {
  const userAbility = strapi.requestContext.get()?.state['userAbility'];
  if (!userAbility) return false;
  const checker: Checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model: uid });
  return !rows.some(row => checker.cannot.read(row));
}
