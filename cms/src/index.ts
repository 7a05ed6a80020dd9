import type { Core } from '@strapi/strapi';

import { syncApiTokens } from './access/api-tokens';
import { guardDrafts } from './access/draft-guard';
import { closeFirstAdminForm } from './access/first-admin';
import { registerContentRules } from './content-rules';
import { ensureLocales } from './content-rules/locales';
import { applyEditViews } from './edit-views';
import { untilQuiet } from './until-quiet';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // First of all: nothing that follows may see a draft on a reader's behalf.
    guardDrafts(strapi);
    closeFirstAdminForm(strapi);
    registerContentRules(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocales(strapi);
    await applyEditViews(strapi);
    await syncApiTokens(strapi);
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await untilQuiet(strapi);
  },
};
