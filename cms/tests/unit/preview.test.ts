import { describe, expect, it } from 'vitest';

import { signTicket, type Ticket } from '../../src/preview/ticket.ts';

const ticket: Ticket = { type: 'article', documentId: 'abcdefghijklmnopqrstuvwx', locale: 'ru', status: 'draft', expires: 1_795_000_000 };
const signed = (change: Partial<Ticket> = {}, secret = 'a secret') => signTicket({ ...ticket, ...change }, secret);

describe('a ticket', () => {
  it('is one segment of an address that no site spells in another way, and tells what is looked at', () => {
    expect(signed()).toMatch(/^article-abcdefghijklmnopqrstuvwx-draft-1795000000-[0-9a-f]{64}$/);
  });

  it('differs with all that it allows, and with the secret', () => {
    const others = [
      signed({ type: 'clinic' }), signed({ documentId: 'x'.repeat(24) }), signed({ locale: 'en' }), signed({ status: 'published' }),
      signed({ expires: ticket.expires + 1 }), signed({}, 'another secret'),
    ];
    const signatures = [signed(), ...others].map(text => text.split('-').at(-1));
    expect(new Set(signatures).size).toBe(signatures.length);
    expect(signed()).toBe(signed());
  });
});
