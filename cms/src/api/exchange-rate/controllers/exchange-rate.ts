import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::exchange-rate.exchange-rate');
