// Runs what docker-compose.yml names as plain processes, where there is no container engine, checks it and ends it.
// With --build the builds of the Dockerfiles are run too.
import process from 'node:process';

import { buildCms, buildWeb } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { checks } from '../lib/rehearsal-checks.mjs';
import { notRehearsed, rehearse } from '../lib/rehearsal.mjs';
import { readSettings } from '../lib/settings.mjs';
import { step } from '../lib/steps.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

const rebuild = process.argv.includes('--build');
if (!rebuild) {
  const env = readSettings(root);
  await step('CMS and its admin', () => buildCms(env));
  await step('Site', () => buildWeb(env));
}
const system = await rehearse({ rebuild, step });
try {
  for (const [name, check] of Object.entries(checks)) await step(name, () => check(system));
} finally {
  await step('The files of the images are removed', system.remove);
}
console.log(`\nNot checked: ${notRehearsed.join('; ')}.`);
