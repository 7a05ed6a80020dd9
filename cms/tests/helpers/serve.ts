import { createRequire } from 'node:module';

import { cmsRoot, distRoot } from './paths.ts';

// Run as a process of its own, with all settings in the environment: the CMS as an operator starts it, without the admin's pages.
const { createStrapi }: typeof import('@strapi/strapi') = createRequire(import.meta.url)('@strapi/strapi');
await createStrapi({ appDir: cmsRoot, distDir: distRoot, serveAdminPanel: false }).start();
