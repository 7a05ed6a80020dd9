import type { Core } from '@strapi/strapi';

import { required } from '../src/required-env';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('CMS_HOST', '127.0.0.1'),
  port: env.int('CMS_PORT', 1337),
  app: { keys: required('APP_KEYS').split(',') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
