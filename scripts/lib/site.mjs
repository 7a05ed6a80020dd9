import { programs } from './build.mjs';
import { inRoot } from './paths.mjs';
import { startNode, untilAnswering } from './processes.mjs';
import { settingsForSite } from './settings.mjs';

/**
 * Starts the built site and waits until it can serve pages.
 *
 * @param {Record<string, string>} env with WEB_PORT, CMS_URL and the secrets of the site
 * @param {string} program another build of it
 */
export async function startSite(env, program = programs.site) {
  const server = startNode('site', [program], {
    cwd: inRoot('web'),
    env: { ...settingsForSite(env), NODE_ENV: 'production', PORT: env.WEB_PORT, HOST: env.WEB_HOST ?? '127.0.0.1' },
  });
  const url = `http://127.0.0.1:${env.WEB_PORT}`;
  await untilAnswering(server, `${url}/health/ready`);
  return { server, url };
}
