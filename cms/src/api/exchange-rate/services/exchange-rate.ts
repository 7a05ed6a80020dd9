import { factories } from '@strapi/strapi';

import { sayAttempt } from '../../../exchange-rates/attempt';
import { fetchRates } from '../../../exchange-rates/fetch-rates';
import { ratesSettings } from '../../../exchange-rates/settings';

export default factories.createCoreService('api::exchange-rate.exchange-rate', ({ strapi }) => ({
  /** Fetches the rates once, as the schedule does, and says how it went. */
  async fetchNow(): Promise<{ failed: boolean; sentence: string }> {
    const settings = ratesSettings();
    if (!settings) return { failed: true, sentence: 'EXCHANGE_RATES_URL is not set: say in .env where exchange rates are fetched from.' };
    const attempt = await fetchRates(strapi, settings.address);
    return { failed: attempt.outcome === 'failed', sentence: sayAttempt(attempt) };
  },
}));
