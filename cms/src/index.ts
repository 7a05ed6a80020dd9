import type { Core } from '@strapi/strapi';

import { closeAdminRoutes } from './access/admin-routes';
import { syncApiTokens } from './access/api-tokens';
import { guardDrafts } from './access/draft-guard';
import { endFeed } from './change-feed/feed';
import { installChangeLog, makeWayForSchema } from './change-feed/install';
import { schedulePruning } from './change-feed/schedule';
import { registerContentRules } from './content-rules';
import { ensureLocales } from './content-rules/locales';
import { applyEditViews } from './edit-views';
import { openRatesState } from './exchange-rates/admin-route';
import { explainOneADay } from './exchange-rates/one-a-day';
import { scheduleRates } from './exchange-rates/schedule';
import { makeDraftsPresentable } from './preview/presentable';
import { syncRoles } from './roles';
import { guardRights } from './roles/guard';
import { guardOrder } from './roles/guard-order';
import { untilQuiet } from './until-quiet';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // First of all: nothing that follows may see a draft on a reader's behalf.
    guardDrafts(strapi);
    closeAdminRoutes(strapi);
    guardRights(strapi);
    guardOrder(strapi);
    explainOneADay(strapi);
    registerContentRules(strapi);
    openRatesState(strapi);
    makeDraftsPresentable(strapi);
    makeWayForSchema(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    // Before all that writes.
    await installChangeLog(strapi);
    await ensureLocales(strapi);
    await applyEditViews(strapi);
    await syncApiTokens(strapi);
    await syncRoles(strapi);
    scheduleRates(strapi);
    schedulePruning(strapi);
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    endFeed(strapi);
    await untilQuiet(strapi);
  },
};
