import type { Core } from '@strapi/strapi';

/**
 * Makes the first administrator of the settings, so that the admin does not greet a visitor with a registration form.
 *
 * @returns whether one was made; none is where somebody can already sign in, or where the settings are absent
 */
export async function makeAdmin(strapi: Core.Strapi): Promise<boolean> {
  const { email, password } = strapi.config.get<{ email?: string; password?: string }>('first-accounts');
  const users = strapi.service('admin::user');
  if (!email || !password || !users || (await users['exists']())) return false;
  const role = await strapi.service('admin::role')?.['getSuperAdmin']();
  await users['create']({
    email,
    password,
    firstname: 'Demo',
    lastname: 'Editor',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return true;
}
