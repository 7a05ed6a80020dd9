import { createRequire } from 'node:module';

import type { Core } from '@strapi/strapi';

import { cmsRoot, distRoot } from './paths.ts';

// The compiled server is CommonJS: through `import` there would be two copies of Strapi, and its errors would not know each other.
const { createStrapi }: typeof import('@strapi/strapi') = createRequire(import.meta.url)('@strapi/strapi');

/** Loads the compiled CMS in this process, with the settings in `process.env`; it does not listen yet. */
export async function loadStrapi(): Promise<Core.Strapi> {
  const strapi = createStrapi({ appDir: cmsRoot, distDir: distRoot });
  strapi.log.level = process.env['CMS_TEST_LOG'] ?? 'error';
  await strapi.load();
  return strapi;
}

/** Ends a Strapi without its habit of removing all listeners of the process, which would end the test runner's worker. */
export async function destroyStrapi(strapi: Core.Strapi): Promise<void> {
  const removeAllListeners = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = removeAllListeners;
  }
}
