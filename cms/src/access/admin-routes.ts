import type { Core } from '@strapi/strapi';

import { words } from '../messages';

/** What Strapi leaves to everybody who is signed in, and the right that each takes here. */
const unguarded: { plugin: string; method: string; path: string; right: string; ofType?: true }[] = [
  // It would send mail in anybody's name.
  { plugin: 'email', method: 'POST', path: '/', right: 'plugin::email.settings.read' },
  // It answers with all that a version holds, also what the person may not read.
  { plugin: 'content-manager', method: 'POST', path: '/collection-types/:model/actions/bulkFindForValidation', right: 'plugin::content-manager.explorer.publish', ofType: true },
  { plugin: 'i18n', method: 'PUT', path: '/settings', right: 'plugin::i18n.locale.update' },
  { plugin: 'content-manager', method: 'PUT', path: '/components/:uid/configuration', right: 'plugin::content-manager.components.configure-layout' },
];

/** Closes what the admin's own routes leave open. */
export function closeAdminRoutes(strapi: Core.Strapi): void {
  closeTo(
    adminRoute(strapi.admin.routes['admin']?.routes, 'POST', '/register-admin'),
    // It would make whoever finds an empty CMS first its administrator.
    () => 'The first administrator is not made here: "npm start" makes one, "strapi admin:create-user" another.',
  );
  closeTo(
    adminRoute(routesOf(strapi, 'upload'), 'POST', '/actions/upload-from-urls'),
    // An editor could look about the network from where the CMS stands.
    () => words().pictures.notFetched,
  );
  for (const { plugin, method, path, right, ofType } of unguarded) {
    const route = adminRoute(routesOf(strapi, plugin), method, path);
    const policies = ['admin::isAuthenticatedAdmin', { name: ofType ? 'plugin::content-manager.hasPermissions' : 'admin::hasPermissions', config: { actions: [right] } }];
    route.config = { ...route.config, policies };
  }
}

function closeTo(route: Core.Route, message: () => string): void {
  route.handler = (context) => {
    context.status = 403;
    context.body = { data: null, error: { status: 403, name: 'ForbiddenError', message: message(), details: {} } };
  };
}

function routesOf(strapi: Core.Strapi, plugin: string): Core.Route[] | undefined {
  const { routes } = strapi.plugin(plugin);
  return Array.isArray(routes) ? routes : routes['admin']?.routes;
}

/** @throws Error where Strapi has moved it: it must be closed anew. */
function adminRoute(routes: Core.Route[] | undefined, method: string, path: string): Core.Route {
  const route = routes?.find(each => each.method === method && each.path === path);
  if (!route) throw new Error(`Strapi has moved ${method} ${path}: what was closed there must be closed anew.`);
  return route;
}
