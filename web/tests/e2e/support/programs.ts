import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { makeStorage } from '../../../../cms/tests/helpers/storage.ts';
import { freePort, startProgram, type Running } from './processes';

const webRoot = resolve(import.meta.dirname, '../../..');
const site = join(webRoot, '.output/server/index.mjs');
const cms = resolve(webRoot, '../cms/tests/helpers/serve.ts');

/**
 * The real CMS with the demo content, in a process and on a database of its own.
 *
 * @param prepare Changes the database, an SQLite file, before the CMS starts.
 * @param env Settings beside the generated ones.
 */
export async function startCms(prepare: (file: string) => void = () => {}, env: Record<string, string> = {}): Promise<Running & { readToken: string }> {
  const { settings, remove } = await makeStorage('seeded');
  const port = await freePort();
  prepare(settings['DATABASE_FILENAME'] ?? '');
  const running = await startProgram(cms, port, '/_health', { ...settings, ...env, CMS_PORT: String(port) });
  return {
    ...running,
    readToken: settings['CMS_READ_TOKEN'] ?? '',
    async stop() {
      await running.stop();
      await remove();
    },
  };
}

/**
 * The built site, reading from a CMS.
 *
 * @param options `env`: settings beside the usual ones; without them no preview is opened. `program`: another build of it.
 * @throws When the site has not been built.
 */
export async function startSite(cmsUrl: string, readToken: string, { env = {}, program = site }: { env?: Record<string, string>; program?: string } = {}): Promise<Running> {
  if (!existsSync(program)) throw new Error('The site has not been built: run `npm run build` first.');
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'polyclinic-site-'));
  const running = await startProgram(program, port, '/icon.svg', {
    NODE_ENV: 'production',
    NITRO_HOST: '127.0.0.1',
    NITRO_PORT: String(port),
    MEDIA_CACHE_DIR: join(data, 'media'),
    PAGE_CACHE_DIR: join(data, 'pages'),
    SITE_URL: `http://127.0.0.1:${port}`,
    CMS_URL: cmsUrl,
    CMS_READ_TOKEN: readToken,
    CMS_PREVIEW_TOKEN: 'a-token-that-nobody-asks-for',
    PREVIEW_SECRET: 'a-secret-that-nobody-signs-with',
    ...env,
  });
  return { ...running, stop: () => running.stop().then(() => rmSync(data, { recursive: true, force: true })) };
}
