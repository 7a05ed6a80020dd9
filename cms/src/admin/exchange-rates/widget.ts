import { ArrowsCounterClockwise } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

const uid = 'api::exchange-rate.exchange-rate';

/** The home page's widget of exchange rates, for people who may read them. */
export const ratesWidget: Parameters<StrapiApp['widgets']['register']>[0] = {
  id: 'exchange-rates',
  icon: ArrowsCounterClockwise,
  title: { id: 'exchange-rates.title' },
  link: { label: { id: 'exchange-rates.all' }, href: `/content-manager/collection-types/${uid}?sort=date:DESC` },
  permissions: [{ action: 'plugin::content-manager.explorer.read', subject: uid }],
  component: async () => (await import('./RatesWidget')).RatesWidget,
};
