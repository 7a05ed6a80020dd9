import type { Core } from '@strapi/strapi';
import { z } from 'zod';

import { sentence } from './fault';

const attempt = z.object({
  at: z.iso.datetime(),
  /** Without its query string. */
  address: z.string(),
  outcome: z.enum(['stored', 'known', 'failed']),
  /** Whose rates they were, where that was read. */
  publisher: z.string().nullable(),
  /** Currencies that the snapshot before had. */
  missing: z.array(z.string()),
  fault: z.object({ code: z.string(), values: z.record(z.string(), z.string()), message: z.string() }).nullable(),
});

/** How an attempt to fetch rates went. */
export type Attempt = z.infer<typeof attempt>;

const place = { type: 'core', name: 'exchange_rates', key: 'last_attempt' };

/** The last attempt of any instance to fetch from this address, or null. */
export async function lastAttempt(strapi: Core.Strapi, address: string): Promise<Attempt | null> {
  const kept = attempt.safeParse(await strapi.store.get(place));
  return kept.success && kept.data.address === address ? kept.data : null;
}

export async function keepAttempt(strapi: Core.Strapi, value: Attempt): Promise<void> {
  await strapi.store.set({ ...place, value });
}

/** What there is to say of an attempt, in English. */
export function sayAttempt({ outcome, at, address, missing, fault }: Attempt): string {
  const parts = [sentence(`exchange-rates.${outcome}`, { time: at, address })];
  if (fault) parts.push(fault.message);
  if (missing.length > 0) parts.push(sentence('exchange-rates.missing', { currencies: missing.join(', ') }));
  return parts.join(' ');
}
