// Runs CMS and site with hot reload, both on the terminal, until Ctrl-C.
import { buildCms, loadContent, programs } from '../lib/build.mjs';
import { inRoot } from '../lib/paths.mjs';
import { startNode } from '../lib/processes.mjs';
import { settingsForSite } from '../lib/settings.mjs';
import { step } from '../lib/steps.mjs';
import { prepareSettings, stop, stopOnSignals } from '../lib/system.mjs';

stopOnSignals();
const env = await step('Settings, secrets and ports', prepareSettings);
await step('CMS (built once, to load the demo content)', () => buildCms(env));
await step('Database and demo content', () => loadContent(env));
console.log(`\n  Site  ${env.SITE_URL}\n  Admin http://localhost:${env.CMS_PORT}/admin  ${env.ADMIN_EMAIL}  ${env.ADMIN_PASSWORD}\n`);

const development = { ...env, NODE_ENV: 'development' };
const servers = [
  startNode('cms', [programs.strapi, 'develop'], { cwd: inRoot('cms'), env: development, show: true }),
  startNode('site', [programs.nuxt, 'dev', '--port', env.WEB_PORT, '--host', '127.0.0.1'], { cwd: inRoot('web'), env: settingsForSite(development), show: true }),
];
await Promise.race(servers.map(server => server.ended));
await stop(1);
