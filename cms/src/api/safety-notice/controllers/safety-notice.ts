import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::safety-notice.safety-notice');
