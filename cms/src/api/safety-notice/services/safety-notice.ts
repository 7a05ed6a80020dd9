import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::safety-notice.safety-notice');
