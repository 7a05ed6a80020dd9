import path from 'node:path';

import { onceFor } from './fingerprint.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './processes.mjs';

const cms = inRoot('cms');
const web = inRoot('web');
const strapi = inRoot('cms/node_modules/@strapi/strapi/bin/strapi.js');
const nuxt = inRoot('web/node_modules/nuxt/bin/nuxt.mjs');

const CMS_SOURCES = ['cms/src/**', 'cms/config/**', 'cms/package.json', 'cms/tsconfig.json', 'pnpm-lock.yaml'];
const WEB_SOURCES = ['web/**', 'shared-types/src/**', 'locales.json', 'pnpm-lock.yaml'];
const SEED_SOURCES = ['cms/seed/**', 'cms/rich-text/**', 'cms/src/**', 'locales.json'];

/** Builds the admin and the server of the CMS, unless they are there. */
export const buildCms = env => onceFor({
  stamp: inRoot('.data/stamps/cms'),
  of: CMS_SOURCES,
  result: inRoot('cms/dist/build/index.html'),
  make: () => runNode('build-cms', [strapi, 'build'], { cwd: cms, env: { ...env, NODE_ENV: 'production' } }),
});

/** Builds the site, unless it is there. */
export const buildWeb = env => onceFor({
  stamp: inRoot('.data/stamps/web'),
  of: WEB_SOURCES,
  result: inRoot('web/.output/server/index.mjs'),
  make: async () => {
    const options = { cwd: web, env: { ...env, NODE_ENV: 'production' } };
    // The bundler reads web/tsconfig.json, which names files that this writes: without them a first build does not resolve its imports.
    await runNode('prepare-web', [nuxt, 'prepare'], options);
    await runNode('build-web', [nuxt, 'build'], options);
  },
});

/** Makes the database and loads the demo content, unless this content was loaded into this database before. */
export function loadContent(env) {
  const make = () => runNode('load-content', [inRoot('cms/seed/load.ts')], { cwd: cms, env: { ...env, NODE_ENV: 'production' } });
  // No file tells that a database on a server is still the one that was loaded into; the loader itself does.
  if (env.DATABASE_CLIENT === 'postgres') return make();
  const file = path.resolve(cms, env.DATABASE_FILENAME ?? '.data/polyclinic.db');
  return onceFor({ stamp: `${file}.content`, of: SEED_SOURCES, result: file, make });
}

/** What is started of what was built or installed. */
export const programs = { strapi, nuxt, site: inRoot('web/.output/server/index.mjs') };
