import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const version = z.object({
  /** Digest of what the seed files said. */
  input: z.string(),
  /** Digest of what the CMS held afterwards; a difference means that somebody has worked on it since. */
  stored: z.string(),
});

const ledger = z.object({
  documents: z.record(
    z.string(),
    z.object({
      documentId: z.string(),
      /** By locale; under `*` for a type without languages. */
      versions: z.record(z.string(), version),
    }),
  ),
  /** Uploaded pictures by name, each with the digest of its drawing. Not by row ids, which differ in another database. */
  pictures: z.record(z.string(), z.object({ documentId: z.string().default(''), digest: z.string() })),
  /** Addresses of the demo accounts that were made. */
  accounts: z.array(z.string()).default([]),
});

/** The loader's memory: what it made. Kept in the database, so that it is as old as the content that it speaks of. */
export type Ledger = z.infer<typeof ledger>;

const place = { type: 'seed', name: 'loader', key: 'ledger' };

export async function readLedger(strapi: Core.Strapi): Promise<Ledger> {
  return ledger.parse((await strapi.store(place).get({})) ?? { documents: {}, pictures: {}, accounts: [] });
}

export async function saveLedger(strapi: Core.Strapi, value: Ledger): Promise<void> {
  await strapi.store(place).set({ value });
}
