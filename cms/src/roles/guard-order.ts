import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { ownAttributes } from '../content-rules/model';
import { words } from '../messages';

interface Checker {
  cannot: { read: (entity: null, attribute: string) => boolean };
}

/**
 * Refuses people in the admin an order by what they may not read: it would tell the hidden values one by one.
 * Strapi hides such attributes in answers and filters, and sorts by them all the same.
 */
export function guardOrder(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { userAbility } = strapi.requestContext.get()?.state ?? {};
    const sort: unknown = 'sort' in context.params ? context.params.sort : undefined;
    if (userAbility && sort && context.uid.startsWith('api::')) {
      const asked = JSON.stringify(sort);
      const checker: Checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model: context.uid });
      const hidden = ownAttributes(context.contentType).map(([name]) => name).filter(name => checker.cannot.read(null, name));
      if (hidden.some(name => new RegExp(`\\b${name}\\b`).test(asked))) throw new errors.ForbiddenError(words().rights.order);
    }
    return next();
  });
}
