import type { Core, UID } from '@strapi/strapi';

import { slugField } from '.';
import { toSlug } from './transliterate';
import { uniqueSlug } from './unique';

interface Field {
  contentTypeUID: UID.ContentType;
  field: string;
  locale?: string;
}

/** Stands in for the content manager's own `uid` service, with its three methods. */
export function adminSlugs(strapi: Core.Strapi) {
  const findUniqueUID = ({ contentTypeUID, field, value, locale }: Field & { value: string }) =>
    uniqueSlug(strapi, contentTypeUID, field, value, locale);

  return {
    findUniqueUID,

    /** Makes a slug from what the form holds; from the type's name while its title is empty. */
    generateUIDField({ data, ...field }: Field & { data: Record<string, unknown> }) {
      const type = strapi.contentType(field.contentTypeUID);
      const words = data[slugField(type)?.target ?? ''];
      const value = (typeof words === 'string' && toSlug(words)) || type.modelName;
      return findUniqueUID({ ...field, value });
    },

    async checkUIDAvailability(field: Field & { value: string }) {
      return (await findUniqueUID(field)) === field.value;
    },
  };
}
