import type { Core } from '@strapi/strapi';

import { lastAttempt, type Attempt } from './attempt';
import { ratesSettings, shownAddress } from './settings';
import { newestSnapshot, uid } from './snapshots';

/** What the admin's home page shows of exchange rates. */
export interface RatesState {
  newest: { date: string; publisher: string } | null;
  /** Where they are fetched from; null where they are entered by hand only. */
  address: string | null;
  attempt: Attempt | null;
}

/** Tells the admin how it stands with exchange rates, for people who may read them. */
export function openRatesState(strapi: Core.Strapi): void {
  const mayRead = { action: 'plugin::content-manager.explorer.read', subject: uid };
  strapi.server.routes({
    type: 'admin',
    routes: [{
      method: 'GET',
      path: '/exchange-rates/state',
      info: { type: 'admin' },
      config: { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [mayRead] } }] },
      handler: async (context) => {
        context.body = await ratesState(strapi);
      },
    }],
  });
}

async function ratesState(strapi: Core.Strapi): Promise<RatesState> {
  const settings = ratesSettings();
  const address = settings && shownAddress(settings.address);
  const newest = await newestSnapshot(strapi);
  return {
    newest: newest && { date: newest.date, publisher: newest.publisher },
    address,
    attempt: address === null ? null : await lastAttempt(strapi, address),
  };
}
