import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { AccreditationView } from '../../shared/views/clinic';

const accreditationQuery = {
  fields: ['scheme', 'certificateNumber', 'issuer', 'validFrom', 'validTo', 'registerUrl', 'checkedOn', 'fictitious'],
  populate: { clinic: { fields: ['documentId'] } },
} as const satisfies Query<'accreditation'>;

type AccreditationEntry = Entry<'accreditation', typeof accreditationQuery>;

/** A certificate is good through its last day. */
export function toAccreditation(accreditation: AccreditationEntry, today: string): AccreditationView {
  const { scheme, certificateNumber, issuer, validFrom, validTo, registerUrl, checkedOn, fictitious } = accreditation;
  return { scheme, certificateNumber, issuer, validFrom, validTo, expired: validTo < today, registerUrl, checkedOn, fictitious: fictitious ?? false };
}

/** The accreditations of these clinics, or of all, by clinic; the longest valid first. */
export async function accreditationsByClinic(today: string, clinicIds?: string[]): Promise<Map<string, AccreditationView[]>> {
  const filters = clinicIds === undefined ? {} : { clinic: { documentId: { $in: clinicIds } } };
  const entries = await findAll('accreditation', { ...accreditationQuery, filters, sort: 'validTo:desc' });
  const byClinic = new Map<string, AccreditationView[]>();
  for (const entry of entries) {
    if (entry.clinic === null) continue;
    const { documentId } = entry.clinic;
    byClinic.set(documentId, [...(byClinic.get(documentId) ?? []), toAccreditation(entry, today)]);
  }
  return byClinic;
}
