import type { Core } from '@strapi/strapi';

interface PopulateBuilder {
  populateDeep(depth: number): { build(): Promise<object> };
}

/** Tables of what an administrator rules over; nobody else may change a row in them. */
const ruled = ['admin_users', 'admin_roles', 'admin_permissions', 'strapi_api_tokens', 'strapi_webhooks', 'strapi_core_store_settings', 'i18n_locale', 'files', 'upload_folders'];

/**
 * Everything that the CMS holds, to be compared with what it holds later; not when and by whom something was saved.
 *
 * @param leaveOut a locale whose versions do not count
 */
export async function censusOf(strapi: Core.Strapi, leaveOut?: string): Promise<Record<string, unknown[]>> {
  const census: Record<string, unknown[]> = {};
  for (const { uid } of Object.values(strapi.contentTypes).filter(type => type.uid.startsWith('api::'))) {
    const builder: (uid: string) => PopulateBuilder = strapi.plugin('content-manager').service('populate-builder');
    const populate = await builder(uid).populateDeep(Infinity).build();
    const rows = await strapi.db.query(uid).findMany({ populate, orderBy: { id: 'asc' } });
    census[uid] = rows.filter(({ locale }) => !leaveOut || locale !== leaveOut);
  }
  for (const table of ruled) census[table] = await strapi.db.connection(table).select('*').orderBy('id');
  return JSON.parse(JSON.stringify(census, (key, value) => (key === 'updatedAt' || key === 'updatedBy' ? undefined : value)));
}
