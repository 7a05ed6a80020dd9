import type { Core } from '@strapi/strapi';
import { z } from 'zod';

import { base, type DayOfRates } from './parse';

export const uid = 'api::exchange-rate.exchange-rate';

/** Where readers can check what a publisher says: the file that is fetched is none for people, and may lie in a private network. */
const pages: Record<string, string> = {
  'European Central Bank': 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html',
};

const snapshot = z.object({ date: z.string(), publisher: z.string(), rates: z.record(z.string(), z.number()) });

/** The newest snapshot that matches, or null. */
export async function newestSnapshot(strapi: Core.Strapi, filters: { publisher?: string; date?: string } = {}): Promise<DayOfRates | null> {
  const found = await strapi.documents(uid).findFirst({ filters, sort: 'date:desc' });
  return found ? snapshot.parse(found) : null;
}

/**
 * Stores a day's rates.
 *
 * @returns false where another instance was faster
 */
export async function storeSnapshot(strapi: Core.Strapi, { date, publisher, rates }: DayOfRates): Promise<boolean> {
  const url = pages[publisher] ?? null;
  try {
    await strapi.documents(uid).create({ data: { date, base, rates, publisher, url } });
    return true;
  } catch (error) {
    if (await newestSnapshot(strapi, { date, publisher })) return false;
    throw error;
  }
}
