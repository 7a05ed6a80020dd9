import type { Core, UID } from '@strapi/strapi';

import { slugField } from '.';
import { toSlug } from './transliterate';
import { uniqueSlug } from './unique';

interface Field {
  contentTypeUID: UID.ContentType;
  field: string;
}

/** Stands in for the content manager's own `uid` service, with its three methods. */
export function adminSlugs(strapi: Core.Strapi) {
  const findUniqueUID = ({ contentTypeUID, field, value }: Field & { value: string }) => uniqueSlug(strapi, contentTypeUID, field, value);

  return {
    findUniqueUID,

    /** Makes a slug from what the form holds; from the type's name while its title is empty. */
    generateUIDField({ data, contentTypeUID, field }: Field & { data: Record<string, unknown> }) {
      const type = strapi.contentType(contentTypeUID);
      const words = data[slugField(type)?.target ?? ''];
      const value = (typeof words === 'string' && toSlug(words)) || type.modelName;
      // The form sends the document's id as `id`; the values of a version that is there already put the row's in its place.
      const own = [data['documentId'], data['id']].find(id => typeof id === 'string' && id !== '');
      return uniqueSlug(strapi, contentTypeUID, field, value, own ? String(own) : undefined);
    },

    async checkUIDAvailability(field: Field & { value: string }) {
      return (await findUniqueUID(field)) === field.value;
    },
  };
}
