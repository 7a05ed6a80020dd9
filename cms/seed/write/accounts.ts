import type { Core } from '@strapi/strapi';

import type { Ledger } from './ledger.ts';

const OWN_ROLE = /^polyclinic-(?<name>(?:translator-(?<locale>.+)|.+))$/;

/**
 * Makes an account for each role that the CMS has in code, with DEMO_PASSWORD: `editor@polyclinic.example` and so on.
 * A translator's admin is in the language of the translations. An account that somebody deleted stays so.
 *
 * @param ledger is told which were made; to be saved afterwards
 * @returns addresses of those that were made; none where DEMO_PASSWORD is not set
 */
export async function makeAccounts(strapi: Core.Strapi, ledger: Ledger): Promise<string[]> {
  const { demoPassword: password } = strapi.config.get<{ demoPassword?: string }>('first-accounts');
  const users = strapi.service('admin::user');
  if (!password || !users) return [];
  const made: string[] = [];
  const roles: { id: number; code: string; name: string }[] = await strapi.db.query('admin::role').findMany({ orderBy: { id: 'asc' } });
  for (const { id, code, name: lastname } of roles) {
    const { name, locale } = OWN_ROLE.exec(code)?.groups ?? {};
    const email = `${name}@polyclinic.example`;
    if (!name || ledger.accounts.includes(email)) continue;
    ledger.accounts.push(email);
    if ((await strapi.db.query('admin::user').count({ where: { email } })) > 0) continue;
    await users['create']({ email, password, firstname: 'Demo', lastname, isActive: true, registrationToken: null, roles: [id], preferedLanguage: locale ?? 'en' });
    made.push(email);
  }
  return made;
}
