import type { Entry, Filters, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { ClinicCard, SafetyNoticeView } from '../../shared/views/clinic';
import { toNodes, type PageText } from './parts/rich-text';
import { sourceSelection, toSourceLink } from './parts/sources';
import { bestVersion, byDocument } from './parts/versions';
import { foreignLanguage, type Reader } from './reader';

const noticeQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'title', 'body', 'severity', 'issuedOn'],
  populate: { source: sourceSelection },
} as const satisfies Query<'safety-notice'>;

const titleQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'title', 'severity'],
  populate: { clinic: { fields: ['documentId'] } },
} as const satisfies Query<'safety-notice'>;

export type NoticeEntry = Entry<'safety-notice', typeof noticeQuery>;

/** The notices that match, newest first. A warning is shown in whatever language it is there. */
export async function findNotices(filters: Filters<'safety-notice'>, reader: Reader): Promise<NoticeEntry[]> {
  const rows = await findAll('safety-notice', { ...noticeQuery, locale: '*', filters, sort: 'issuedOn:desc' });
  return [...byDocument(rows).values()].flatMap(versions => bestVersion(versions, reader.words) ?? []);
}

/** The titles of all notices on clinics, newest first, by clinic. */
export async function noticesByClinic(reader: Reader): Promise<Map<string, ClinicCard['notices']>> {
  const rows = await findAll('safety-notice', { ...titleQuery, locale: '*', filters: { clinic: { documentId: { $notNull: true } } }, sort: 'issuedOn:desc' });
  const byClinic = new Map<string, ClinicCard['notices']>();
  for (const versions of byDocument(rows).values()) {
    const notice = bestVersion(versions, reader.words);
    const clinic = versions.find(version => version.clinic !== null)?.clinic?.documentId;
    if (notice === null || clinic === undefined) continue;
    const { title, severity, locale } = notice;
    byClinic.set(clinic, [...(byClinic.get(clinic) ?? []), { title, severity, lang: foreignLanguage(locale, reader) }]);
  }
  return byClinic;
}

export function toNotice(notice: NoticeEntry, reader: Reader, text: PageText): SafetyNoticeView {
  return {
    title: notice.title,
    severity: notice.severity,
    issuedOn: notice.issuedOn,
    nodes: toNodes(notice.body, text),
    source: toSourceLink(notice.source),
    lang: foreignLanguage(notice.locale, reader),
  };
}
