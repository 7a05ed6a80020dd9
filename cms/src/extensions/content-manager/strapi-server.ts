import type { Core } from '@strapi/strapi';

import { adminSlugs } from '../../content-rules/slugs/admin';
import { formModels, type FormModels } from './form-models';
import { writableFirst } from './form-order';
import { savingForms, showingForms } from './form-words';
import { keepingDraft, type Action } from './keep-draft';
import { recentDocuments, type RecentDocuments } from './recent-documents';

interface ContentManager {
  services: Record<string, unknown> & {
    'data-mapper': (context: { strapi: Core.Strapi }) => FormModels;
    'homepage': (context: { strapi: Core.Strapi }) => RecentDocuments;
  };
  controllers: Record<string, unknown> & {
    'collection-types': Record<'publish' | 'update', Action>;
    'single-types': Record<'publish' | 'createOrUpdate', Action>;
    'content-types': Record<'findContentTypeConfiguration' | 'updateContentTypeConfiguration', Action>;
    'components': Record<'findComponentConfiguration' | 'updateComponentConfiguration', Action>;
  };
}

/** The content manager with slugs by our own rules, forms that speak the person's language and begin with what the person may write, and drafts that outlive a refusal. */
export default (plugin: ContentManager): ContentManager => {
  const { services, controllers } = plugin;
  const { 'collection-types': many, 'single-types': single, 'content-types': types, components } = controllers;
  return {
    ...plugin,
    services: {
      ...services,
      'uid': ({ strapi }: { strapi: Core.Strapi }) => adminSlugs(strapi),
      'data-mapper': context => formModels(services['data-mapper'](context), context.strapi),
      'homepage': context => recentDocuments(services.homepage(context), context.strapi),
    },
    controllers: {
      ...controllers,
      'collection-types': { ...many, publish: keepingDraft(many.publish, many.update) },
      'single-types': { ...single, publish: keepingDraft(single.publish, single.createOrUpdate) },
      'content-types': {
        ...types,
        findContentTypeConfiguration: writableFirst(showingForms(types.findContentTypeConfiguration)),
        updateContentTypeConfiguration: savingForms(types.updateContentTypeConfiguration),
      },
      'components': {
        ...components,
        findComponentConfiguration: showingForms(components.findComponentConfiguration),
        updateComponentConfiguration: savingForms(components.updateComponentConfiguration),
      },
    },
  };
};
