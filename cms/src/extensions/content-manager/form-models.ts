import type { Core, Schema } from '@strapi/strapi';

import { nameOf } from '../../edit-views/words';
import { words } from '../../messages';

type Model = Schema.Schema & { category?: string };

/** The content manager's own service that tells the admin of types and components. */
export interface FormModels {
  toContentManagerModel(model: Model): Model;
  toDto(model: Model): { info: object };
}

/**
 * Tells the forms less than the schemas say: what the server puts right by itself, or refuses in a better sentence, the form does not refuse.
 * The admin reads the names of types and components in the language of the person who asks.
 */
export function formModels(models: FormModels, strapi: Core.Strapi): FormModels {
  return {
    ...models,
    toContentManagerModel(model) {
      const form = models.toContentManagerModel(model);
      const attributes = Object.entries(form.attributes).map(([name, attribute]) => [name, eased(attribute)]);
      // The picker opens one group of blocks at a time: all of them are in one.
      return { ...form, attributes: Object.fromEntries(attributes), ...(isBlock(strapi, model.uid) ? { category: 'block' } : {}) };
    },
    toDto(model) {
      const told = models.toDto(model);
      return { ...told, info: { ...told.info, displayName: nameOf(model, words().language) } };
    },
  };
}

function eased(attribute: Schema.Attribute.AnyAttribute): object {
  // A slug that must be there is filled in before the first letter of the title is typed; one that need not is made of the title, on save.
  if (attribute.type === 'uid') return { ...attribute, required: false };
  if (!('regex' in attribute)) return attribute;
  return { ...attribute, regex: undefined, minLength: undefined, maxLength: undefined };
}

const isBlock = (strapi: Core.Strapi, uid: string): boolean =>
  Object.values(strapi.contentTypes).some(({ attributes }) =>
    Object.values<Schema.Attribute.AnyAttribute>(attributes).some(attribute => attribute.type === 'dynamiczone' && attribute.components.some(component => component === uid)),
  );
