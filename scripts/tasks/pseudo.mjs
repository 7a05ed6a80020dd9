// Serves the site with the demo content in the pseudo-locales, on a database of its own, until Ctrl-C.
import { once } from 'node:events';
import process from 'node:process';

import { startCms } from '../../cms/tests/helpers/cms.ts';
import { addPseudoContent, changeDatabase } from '../../web/tests/pseudo/support/content.ts';
import { pseudoLocales } from '../../web/tests/pseudo/support/pseudo.ts';
import { buildCms } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { freePort, stopAll } from '../lib/processes.mjs';
import { buildPseudo, pseudoList, pseudoSite } from '../lib/pseudo.mjs';
import { readSettings } from '../lib/settings.mjs';
import { startSite } from '../lib/site.mjs';

const settings = readSettings(root);
await buildCms(settings);
await buildPseudo(settings);
const cms = await startCms({ env: { LOCALES_FILE: pseudoList }, prepare: file => changeDatabase(file, addPseudoContent) });
try {
  const port = await freePort();
  const { url } = await startSite({ ...process.env, ...cms.settings, CMS_URL: cms.url, WEB_PORT: String(port) }, pseudoSite);
  console.log(pseudoLocales.map(({ code }) => `${url}/${code}`).join('\n'));
  await Promise.race(['SIGINT', 'SIGTERM'].map(signal => once(process, signal)));
} finally {
  await stopAll();
  await cms.stop();
}
process.exit(0);
