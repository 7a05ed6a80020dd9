import type { Core } from '@strapi/strapi';

import { siteLocales } from '../content-rules/locales';
import { permissionsOf } from './permissions';
import { rolesFor, type Role } from './table';

/** Strapi's own, which may do too much. */
const stockCodes = ['strapi-editor', 'strapi-author'];

interface StoredRole {
  id: number;
  name: string;
  description: string;
}

/**
 * Makes the roles of the admin as the table has them, at every start: what was changed of them in the admin is put back.
 * Roles that somebody made there are left alone; Strapi's stock roles go as soon as nobody has them.
 */
export async function syncRoles(strapi: Core.Strapi): Promise<void> {
  for (const role of rolesFor(siteLocales())) await syncRole(strapi, role);
  const service = strapi.service('admin::role');
  for (const code of stockCodes) {
    const stock: StoredRole | null = await service.findOne({ code });
    if (stock && (await service.getUsersCount(stock.id)) === 0) await service.deleteByIds([stock.id]);
  }
}

async function syncRole(strapi: Core.Strapi, role: Role): Promise<void> {
  const { code, name, description } = role;
  const service = strapi.service('admin::role');
  const present: StoredRole | null = await service.findOne({ code });
  if (present && (present.name !== name || present.description !== description)) await service.update({ id: present.id }, { name, description });
  const { id }: StoredRole = present ?? (await makeRole(strapi, role));
  await service.assignPermissions(id, permissionsOf(strapi, role));
}

/** The stock role of the same name is in the way at the first start. */
async function makeRole(strapi: Core.Strapi, { code, name, description }: Role): Promise<StoredRole> {
  const service = strapi.service('admin::role');
  const namesake: (StoredRole & { code: string }) | null = await service.findOne({ name });
  if (namesake) await service.update({ id: namesake.id }, { name: `${name} (${namesake.code})` });
  return service.create({ code, name, description });
}
