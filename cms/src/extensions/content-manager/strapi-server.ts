import type { Core } from '@strapi/strapi';

import { adminSlugs } from '../../content-rules/slugs/admin';
import { formModels, type FormModels } from './form-models';
import { keepingDraft, type Action } from './keep-draft';

interface ContentManager {
  services: Record<string, unknown> & { 'data-mapper': (context: { strapi: Core.Strapi }) => FormModels };
  controllers: Record<string, unknown> & {
    'collection-types': Record<'publish' | 'update', Action>;
    'single-types': Record<'publish' | 'createOrUpdate', Action>;
  };
}

/** The content manager with slugs by our own rules, forms that leave it to the server what it sees to, and drafts that outlive a refusal. */
export default (plugin: ContentManager): ContentManager => {
  const { services, controllers } = plugin;
  const { 'collection-types': many, 'single-types': single } = controllers;
  return {
    ...plugin,
    services: {
      ...services,
      'uid': ({ strapi }: { strapi: Core.Strapi }) => adminSlugs(strapi),
      'data-mapper': context => formModels(services['data-mapper'](context), context.strapi),
    },
    controllers: {
      ...controllers,
      'collection-types': { ...many, publish: keepingDraft(many.publish, many.update) },
      'single-types': { ...single, publish: keepingDraft(single.publish, single.createOrUpdate) },
    },
  };
};
