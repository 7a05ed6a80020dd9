import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const uid = 'api::article.article';

export default factories.createCoreController(uid, ({ strapi }) => ({
  /**
   * Finds the article that the importer made of a page. The page's identity is a private field, which REST neither shows
   * nor filters by; for the import token alone.
   */
  async imported(context) {
    const { identity, locale } = context.query;
    if (typeof identity !== 'string' || typeof locale !== 'string' || identity === '') {
      throw new errors.ValidationError('"identity" and "locale" must be given.');
    }
    const found = await strapi.documents(uid).findFirst({ filters: { importedFrom: identity }, locale, status: 'draft', fields: ['slug'] });
    return { data: found && { documentId: found.documentId, slug: found.slug } };
  },
}));
