import { createHash } from 'node:crypto';

import type { Change, Connection } from './log';
import type { DocumentTable, LinkTable } from './watched';

/** The end of a link, be it of a version that is published or of a draft. */
interface End {
  place: number | string;
  documentId: string | null;
  locale: string | null;
  isPublished: number | boolean;
}

/**
 * Where the links lead that a change of the log is about, as a digest of the documents at their other ends, in their order. Two equal
 * ones say the same to readers: a link that was only made anew, because the other end was published, leads where it did.
 *
 * @param change a `relinked` one.
 * @param links all tables of links.
 */
export async function digestOfLinks(connection: Connection, { type, documentId, locale, by }: Change, links: LinkTable[]): Promise<string> {
  const ends: End[][] = [];
  for (const link of links.filter(({ table }) => table === by)) {
    for (const { versions, within } of link.holders.filter(holder => holder.versions.type === type)) {
      const version = connection(versions.table).select('id').where({ document_id: documentId, locale }).modify(published, versions);
      ends.push(await endsOf(connection, link, within(version.toQuery())));
    }
  }
  return createHash('sha256').update(JSON.stringify(ends)).digest('base64url').slice(0, 22);
}

function endsOf(connection: Connection, { table, from, to, order, target }: LinkTable, ids: string): Promise<End[]> {
  return connection(`${table} as link`)
    .leftJoin(`${target} as target`, 'target.id', `link.${to}`)
    .select({ place: `link.${from}`, documentId: 'target.document_id', locale: 'target.locale' }, connection.raw('target.published_at IS NOT NULL AS "isPublished"'))
    .whereRaw(`link.${from} IN (${ids})`)
    .orderBy([`link.${from}`, ...(order === null ? [] : [`link.${order}`]), 'link.id']);
}

function published(query: { whereNotNull(column: string): unknown }, { hasDrafts }: DocumentTable): void {
  if (hasDrafts) query.whereNotNull('published_at');
}
