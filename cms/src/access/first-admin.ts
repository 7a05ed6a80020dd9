import type { Core } from '@strapi/strapi';

const message = 'The first administrator is not made here: "npm start" makes one, "strapi admin:create-user" another.';

/**
 * Closes the form that makes whoever finds an empty CMS first its administrator.
 * The first one is made on the machine: by the loader of the demo content, or by `strapi admin:create-user`.
 */
export function closeFirstAdminForm(strapi: Core.Strapi): void {
  const { routes } = strapi.admin.routes['admin'] ?? {};
  const form = routes?.find(({ path }) => path === '/register-admin');
  if (!form) throw new Error('Strapi has moved the registration of its first administrator: it must be closed anew.');
  form.handler = (context) => {
    context.status = 403;
    context.body = { data: null, error: { status: 403, name: 'ForbiddenError', message, details: {} } };
  };
}
