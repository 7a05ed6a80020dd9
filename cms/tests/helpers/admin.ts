import { send, type Answer, type Cms, type RequestOptions } from './cms.ts';

export type AdminFetch = (path: string, options?: RequestOptions) => Promise<Answer>;

/** Signs in to the admin as its super admin, who is made if there is none, and gives a way to ask as that person. */
export async function signIn(cms: Cms): Promise<AdminFetch> {
  const { ADMIN_EMAIL: email = '', ADMIN_PASSWORD: password = '' } = cms.settings;
  const present = await cms.strapi.db.query('admin::user').findOne({ where: { email } });
  if (!present) {
    const role = await cms.strapi.service('admin::role').getSuperAdmin();
    await cms.strapi.service('admin::user').create({ email, password, firstname: 'Ada', isActive: true, roles: [role.id] });
  }
  return logIn(cms, email, password);
}

/** Signs in with the demo account of a role, such as `translator-ru`, and gives a way to ask as that person. */
export const signInAs = (cms: Cms, role: string): Promise<AdminFetch> => logIn(cms, `${role}@polyclinic.example`, cms.settings['DEMO_PASSWORD'] ?? '');

/** Signs in with an account, and gives a way to ask as that person. */
export async function logIn(cms: Cms, email: string, password: string): Promise<AdminFetch> {
  const { status, body } = await cms.fetch('/admin/login', { body: { email, password } });
  if (status !== 200) throw new Error(`The admin did not let us in: ${JSON.stringify(body)}`);
  const token = (body as { data: { token: string } }).data.token;
  return (path, options = {}) => send(cms.url + path, options, { authorization: `Bearer ${token}` });
}
