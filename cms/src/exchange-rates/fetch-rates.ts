import type { Core } from '@strapi/strapi';

import { latestToday } from '../content-rules/validation/order';
import { keepAttempt, type Attempt } from './attempt';
import { download, type Limits } from './download';
import { RatesFault } from './fault';
import { isNews, missingFrom } from './judge';
import { parseRates } from './parse';
import { shownAddress } from './settings';
import { newestSnapshot, storeSnapshot } from './snapshots';

type Result = Pick<Attempt, 'outcome' | 'publisher' | 'missing' | 'fault'>;

/**
 * Fetches the rates of the day and stores them, unless they are there already or cannot be right. A bad answer changes nothing.
 *
 * @returns how it went, which is also kept for the admin to show
 */
export async function fetchRates(strapi: Core.Strapi, address: URL, limits?: Limits): Promise<Attempt> {
  const at = new Date().toISOString();
  const result = await storeRates(strapi, address, limits).catch(failure);
  const attempt = { at, address: shownAddress(address), ...result };
  await keepAttempt(strapi, attempt);
  return attempt;
}

async function storeRates(strapi: Core.Strapi, address: URL, limits?: Limits): Promise<Result> {
  const day = parseRates(await download(address, limits));
  const { publisher } = day;
  const newest = await newestSnapshot(strapi, { publisher });
  const isStored = isNews(day, newest, latestToday()) && (await storeSnapshot(strapi, day));
  return { outcome: isStored ? 'stored' : 'known', publisher, missing: isStored ? missingFrom(day, newest) : [], fault: null };
}

function failure(error: unknown): Result {
  const fault = error instanceof RatesFault ? error : new RatesFault('other', { reason: error instanceof Error ? error.message : String(error) });
  const { code, values, message } = fault;
  return { outcome: 'failed', publisher: null, missing: [], fault: { code, values, message } };
}
