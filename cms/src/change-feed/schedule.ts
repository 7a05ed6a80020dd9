import type { Core } from '@strapi/strapi';

import { pruneLog } from './log';

/** Prunes the log of changes every hour, on every instance: one more time does no harm. */
export function schedulePruning(strapi: Core.Strapi): void {
  strapi.cron.add({ 'change-log': { task: () => pruneLog(strapi.db.connection), options: { rule: '17 * * * *' } } });
}
