import type { Core } from '@strapi/strapi';

import { required } from '../src/required-env';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('CMS_HOST', '127.0.0.1'),
  port: env.int('CMS_PORT', 1337),
  app: { keys: required('APP_KEYS').split(',') },
  // Uploads live in its `uploads` folder.
  dirs: { public: env('CMS_PUBLIC_DIR', 'public') },
  // Content moves by seed, backup and import; nobody pulls the database over HTTP.
  transfer: { remote: { enabled: false } },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
