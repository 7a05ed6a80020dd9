import type { Core } from '@strapi/strapi';

import { lastAttempt, sayAttempt } from './attempt';
import { fetchRates } from './fetch-rates';
import { ratesSettings, shownAddress } from './settings';
import { newestSnapshot } from './snapshots';

const job = 'exchange-rates';
const startDelayMs = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Fetches exchange rates by schedule, and soon after a start when the newest ones from there are older than a day.
 * Every instance does it: of two that store the same day, one is told that it is there already.
 *
 * @throws Error when a setting cannot be used
 */
export function scheduleRates(strapi: Core.Strapi): void {
  const settings = ratesSettings();
  if (!settings) return;
  const { address, schedule } = settings;
  const fetchNow = () => fetchAndReport(strapi, address);

  strapi.cron.add({ [job]: { task: fetchNow, options: { rule: schedule, tz: 'Europe/Berlin' } } });
  if (!strapi.cron.jobs.some(({ name }) => name === job)) {
    throw new Error(`EXCHANGE_RATES_SCHEDULE is “${schedule}”, which is no cron expression. Give one such as "15 17 * * 1-5" (minute, hour, day, month, weekday), or leave it out.`);
  }
  // Commands load the CMS too, and do not listen.
  strapi.server.httpServer.once('listening', () => {
    const task = async () => ((await isDue(strapi, address)) ? fetchNow() : undefined);
    strapi.cron.add({ [`${job}-at-start`]: { task, options: new Date(Date.now() + startDelayMs) } });
  });
}

/** Whether the newest rates from an address are older than a day, or none came from it. */
export async function isDue(strapi: Core.Strapi, address: URL, now = new Date()): Promise<boolean> {
  const { publisher } = (await lastAttempt(strapi, shownAddress(address))) ?? {};
  const newest = publisher ? await newestSnapshot(strapi, { publisher }) : null;
  return newest === null || newest.date < new Date(now.getTime() - dayMs).toISOString().slice(0, 10);
}

async function fetchAndReport(strapi: Core.Strapi, address: URL): Promise<void> {
  const attempt = await fetchRates(strapi, address);
  strapi.log[levels[attempt.outcome]](`Exchange rates. ${sayAttempt(attempt)}`);
}

const levels = { stored: 'info', known: 'info', failed: 'error' } as const;
