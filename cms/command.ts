import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

const cmsRoot = import.meta.dirname;

/** Its message says all that a person needs. */
export class CommandError extends Error {}

/** Boots the compiled CMS in this process, without a port, does the work, and ends with an exit code. */
export async function runAsCommand(work: (strapi: Core.Strapi, options: { log: (line: string) => void }) => Promise<unknown>): Promise<never> {
  const distDir = path.join(cmsRoot, 'dist');
  if (!existsSync(path.join(distDir, 'config'))) {
    console.error('The CMS is not built yet: run "npm run build" first.');
    process.exit(1);
  }
  // The compiled server is CommonJS: through `import` there would be two copies of Strapi.
  const { createStrapi }: typeof import('@strapi/strapi') = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: cmsRoot, distDir });
  strapi.log.level = 'warn';
  let code = 0;
  try {
    await strapi.load();
    await work(strapi, { log: console.log });
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    code = 1;
  }
  await strapi.destroy();
  process.exit(code);
}
