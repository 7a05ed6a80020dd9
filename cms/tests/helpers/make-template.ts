import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { cmsRoot } from './paths.ts';
import { destroyStrapi, loadStrapi } from './strapi.ts';

// Run as a process of its own by template.ts: `node make-template.ts seeded|empty`, with the database's place in the environment.
const strapi = await loadStrapi();
const loader = path.join(cmsRoot, 'seed', 'load.ts');
if (process.argv[2] === 'seeded' && fs.existsSync(loader)) {
  const { loadSeed } = await import(pathToFileURL(loader).href);
  await loadSeed(strapi, {});
}
await destroyStrapi(strapi);
process.exit(0);
