import type { Core } from '@strapi/strapi';

import { adminSlugs } from '../../content-rules/slugs/admin';

/** The admin's "regenerate" button makes slugs by our own rules. */
export default (plugin: { services: Record<string, unknown> }) => {
  plugin.services['uid'] = ({ strapi }: { strapi: Core.Strapi }) => adminSlugs(strapi);
  return plugin;
};
