import { createHmac } from 'node:crypto';

/** What may be looked at, and until when. It says nothing of the person who looks. */
export interface Ticket {
  /** Singular name of the content type. */
  type: string;
  documentId: string;
  locale: string;
  status: 'draft' | 'published';
  /** In seconds since 1970. */
  expires: number;
}

/**
 * Writes a ticket as one segment of an address, in small letters and digits, as the site has its addresses.
 * The locale is signed but not written: it stands before the ticket in the address.
 */
export function signTicket({ type, documentId, locale, status, expires }: Ticket, secret: string): string {
  const signature = createHmac('sha256', secret).update([type, documentId, locale, status, expires].join('\n')).digest('hex');
  return [type, documentId, status, expires, signature].join('-');
}
