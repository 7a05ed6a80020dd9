import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { storageIn, type Settings } from '../../../../cms/tests/helpers/settings.ts';
import { templateFor } from '../../../../cms/tests/helpers/template.ts';
import { freePort, startProgram, type Running } from './processes';

const webRoot = resolve(import.meta.dirname, '../../..');
const site = join(webRoot, '.output/server/index.mjs');
const cms = resolve(webRoot, '../cms/tests/helpers/serve.ts');

/** The real CMS with the demo content, in a process and on a database of its own. */
export async function startCms(): Promise<Running & { readToken: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'polyclinic-e2e-'));
  cpSync(await templateFor('seeded'), folder, { recursive: true });
  const secrets: Settings = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'));
  const port = await freePort();
  const running = await startProgram(cms, port, '/_health', { ...secrets, ...storageIn(folder), CMS_PORT: String(port) });
  return {
    ...running,
    readToken: secrets['CMS_READ_TOKEN'] ?? '',
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The built site, reading from a CMS.
 *
 * @throws When the site has not been built.
 */
export async function startSite(cmsUrl: string, readToken: string): Promise<Running> {
  if (!existsSync(site)) throw new Error('The site has not been built: run `npm run build` first.');
  const port = await freePort();
  const media = mkdtempSync(join(tmpdir(), 'polyclinic-media-'));
  const running = await startProgram(site, port, '/icon.svg', {
    NODE_ENV: 'production',
    NITRO_HOST: '127.0.0.1',
    NITRO_PORT: String(port),
    MEDIA_CACHE_DIR: media,
    SITE_URL: `http://127.0.0.1:${port}`,
    CMS_URL: cmsUrl,
    CMS_READ_TOKEN: readToken,
  });
  return { ...running, stop: () => running.stop().then(() => rmSync(media, { recursive: true, force: true })) };
}
