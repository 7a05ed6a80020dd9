import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { startCms } from '../../cms/tests/helpers/cms.ts';
import { launchBrowser } from './browser.mjs';
import { freePort, stopAll } from './processes.mjs';
import { startSite } from './site.mjs';

/**
 * Runs work against the demo content on a database of its own: the CMS in this process, the built site beside it, and a browser.
 * All of it is ended afterwards.
 *
 * @param {(system: { cms: import('../../cms/tests/helpers/cms.ts').Cms, siteUrl: string, browser: import('playwright-core').Browser }) => Promise<void>} work
 */
export async function withDemoSystem(work) {
  const port = await freePort();
  const cms = await startCms({ env: { SITE_URL: `http://127.0.0.1:${port}` } });
  const browser = await launchBrowser();
  const pages = mkdtempSync(join(tmpdir(), 'polyclinic-pages-'));
  try {
    const { url } = await startSite({ ...process.env, ...cms.settings, PAGE_CACHE_DIR: pages, CMS_URL: cms.url, ADMIN_URL: cms.url, WEB_PORT: String(port) });
    await work({ cms, siteUrl: url, browser });
  } finally {
    await browser.close();
    await stopAll();
    await cms.stop();
    rmSync(pages, { recursive: true, force: true });
  }
}
