import { createHmac, timingSafeEqual } from 'node:crypto';

import { pagedTypes, type PagedType } from '../../shared/paths';

/** What the CMS lets somebody look at, in one language, until a moment. */
export interface Ticket {
  type: PagedType;
  documentId: string;
  locale: string;
  status: 'draft' | 'published';
  /** In seconds since 1970. */
  expires: number;
}

const form = /^([a-z]+)-([a-z0-9]{24})-(draft|published)-(\d{10})-([0-9a-f]{64})$/;

/**
 * Reads a ticket that the CMS has signed for a locale; whether it is still good, its reader decides.
 *
 * @returns null where it is no ticket, or is not as it was signed.
 */
export function readTicket(text: string, locale: string, secret: string): Ticket | null {
  const [, typed, documentId = '', status = '', expires = '', signature = ''] = form.exec(text) ?? [];
  const type = pagedTypes.find(known => known === typed);
  if (type === undefined) return null;
  const expected = createHmac('sha256', secret).update([type, documentId, locale, status, expires].join('\n')).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return null;
  return { type, documentId, locale, status: status === 'published' ? 'published' : 'draft', expires: Number(expires) };
}
