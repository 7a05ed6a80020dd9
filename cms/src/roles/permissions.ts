import type { Core } from '@strapi/strapi';

import { siteLocales } from '../content-rules/locales';
import { factRelations, hasDrafts, isLocalized, ownTypes, sharedScalars, type ContentType } from '../content-rules/model';
import type { Action, Right, Role } from './table';

/** A right as Strapi's role service takes it. */
interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}

/** A role's rights in Strapi's terms, with the paths of all fields. */
export function permissionsOf(strapi: Core.Strapi, { rights, actions = [] }: Role): Permission[] {
  const aboutContent = rights.flatMap(right =>
    ownTypes(strapi)
      .filter(({ info }) => right.types.includes(info.singularName))
      .flatMap(type => right.actions.filter(action => action !== 'publish' || hasDrafts(type)).map(action => permission(strapi, type, action, right))),
  );
  return [...aboutContent, ...actions.map(action => ({ action, subject: null, properties: {}, conditions: [] }))];
}

function permission(strapi: Core.Strapi, type: ContentType, action: Action, { fields, locales }: Right): Permission {
  return {
    action: `plugin::content-manager.explorer.${action}`,
    subject: type.uid,
    properties: {
      ...(action === 'delete' || action === 'publish' ? {} : { fields: pathsOf(strapi, type, fields) }),
      ...(isLocalized(type) ? { locales: locales ?? siteLocales().map(({ code }) => code) } : {}),
    },
    conditions: [],
  };
}

/** Paths down to the plain values of components, as Strapi checks them: `seo.title`. */
function pathsOf(strapi: Core.Strapi, type: ContentType, fields: Right['fields']): string[] {
  const paths: string[] = strapi.service('admin::content-type').getNestedFields(type, { components: strapi.components });
  return paths.filter(path => isMeant(type, path.split('.')[0] ?? '', fields));
}

function isMeant(type: ContentType, attribute: string, { words, only, not = [] }: Right['fields'] = {}): boolean {
  return (!only || only.includes(attribute)) && !not.includes(attribute) && (!words || isWord(type, attribute));
}

const isWord = (type: ContentType, attribute: string): boolean =>
  !sharedScalars(type).includes(attribute) && !factRelations(type).some(({ name }) => name === attribute);
