// Builds what is stale, loads the demo content and runs CMS and site until Ctrl-C.
import { buildCms, buildWeb, loadContent, programs } from '../lib/build.mjs';
import { inRoot } from '../lib/paths.mjs';
import { startNode, untilAnswering } from '../lib/processes.mjs';
import { startSite } from '../lib/site.mjs';
import { demoAccounts } from '../lib/settings.mjs';
import { step } from '../lib/steps.mjs';
import { isStopping, prepareSettings, stop, stopOnSignals } from '../lib/system.mjs';

stopOnSignals();
console.log('Polyclinic');
const env = await step('Settings, secrets and ports', prepareSettings);
await step('CMS and its admin (built once, about a minute and a half)', () => buildCms(env));
await step('Site (built once, about half a minute)', () => buildWeb(env));
await step('Database and demo content', () => loadContent(env));

const production = { ...env, NODE_ENV: 'production' };
const cms = startNode('cms', [programs.strapi, 'start'], { cwd: inRoot('cms'), env: production });
await step('CMS starts', () => untilAnswering(cms, `${env.CMS_URL}/health/ready`));
const { server: site } = await step('Site starts', () => startSite(production));

console.log(`
  Site    ${env.SITE_URL}
  Admin   http://localhost:${env.CMS_PORT}/admin
  Login   ${env.ADMIN_EMAIL}
          ${env.ADMIN_PASSWORD ?? `as in ${env.ADMIN_PASSWORD_FILE}`}

  One account for each role, all with the password ${env.DEMO_PASSWORD ?? `in ${env.DEMO_PASSWORD_FILE}`}
${demoAccounts().map(email => `          ${email}`).join('\n')}

  Ctrl-C ends everything.`);

const ended = await Promise.race([cms, site].map(server => server.ended.then(() => server)));
if (!isStopping()) console.error(`\nThe ${ended.name} has stopped by itself; its last words are in ${ended.log}.`);
await stop(1);
