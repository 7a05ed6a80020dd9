import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { compileServer } from '../../cms/tests/helpers/compile.ts';
import { makeStorage } from '../../cms/tests/helpers/storage.ts';
import { headerLines } from '../../scripts/lib/nginx.mjs';
import { productionSettings, startNginx } from '../../scripts/lib/nginx-program.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { freePort, startNode, stopAll, untilAnswering } from '../../scripts/lib/processes.mjs';
import { startSite } from '../../scripts/lib/site.mjs';
import { step } from '../../scripts/lib/steps.mjs';
import { pageHeaders } from '../../web/server/response-headers.ts';
import { makeCorpus } from '../corpus/corpus.mjs';

/** @typedef {{ url: string, pid: number }} Running a server */

/**
 * Runs work against a CMS with that many articles and the built site on it, each a process on a core of its own; all of it is
 * ended and removed afterwards.
 *
 * @param {{ articles: number, cores: { server: number, rest: number } }} options
 * @param {(system: { corpus: { articles: number, rows: number }, site: Running, rendering: Running, pageCache: string }) => Promise<void>} work
 *   `rendering`: a second web process, which keeps no pages
 */
export async function withMeasuredSystem({ articles, cores }, work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-bench-'));
  await step('CMS is compiled', compileServer);
  const storage = await step('Database with the demo content', () => makeStorage('seeded'));
  // Ctrl-C ends the process before anything below: a large database would stay.
  const remove = () => [folder, path.dirname(storage.settings.CMS_PUBLIC_DIR)].forEach(each => rmSync(each, { recursive: true, force: true }));
  process.once('exit', remove);
  try {
    const corpus = await step(`${articles} articles`, () => makeCorpus(storage.settings.DATABASE_FILENAME, articles));
    const cmsPort = await freePort();
    const cmsUrl = `http://127.0.0.1:${cmsPort}`;
    const env = { ...process.env, ...storage.settings, NODE_ENV: 'production', CMS_PORT: String(cmsPort), CMS_URL: cmsUrl, ADMIN_URL: cmsUrl };
    const cms = startNode('bench-cms', [inRoot('cms/tests/helpers/serve.ts')], { cwd: inRoot('cms'), env });
    pin(cms.child.pid, cores.rest);
    await step('CMS starts', () => untilAnswering(cms, `${cmsUrl}/health/ready`));

    const pageCache = path.join(folder, 'pages');
    const startOne = async (more) => {
      const { server, url } = await startSite({ ...env, WEB_PORT: String(await freePort()), MEDIA_CACHE_DIR: path.join(folder, 'media'), ...more });
      pin(server.child.pid, cores.server);
      return { url, pid: server.child.pid };
    };
    const site = await step('Site starts', () => startOne({ PAGE_CACHE_DIR: pageCache }));
    const rendering = await step('Site without its page cache starts', () => startOne({ PAGE_CACHE: 'off', PAGE_CACHE_DIR: path.join(folder, 'no-pages') }));
    await work({ corpus, site, rendering, pageCache });
  } finally {
    await stopAll();
    await storage.remove();
    remove();
  }
}

/** Keeps all threads of a process on a core, those to come too. */
function pin(pid, core) {
  execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' });
}

/**
 * Starts nginx, of one worker, as plain as it can be: one page from a file, with files kept open and nothing logged.
 *
 * @param {{ answers: { coding: string, body: Buffer }[], core: number, settings?: string }} options the page as the site sends it;
 *   what else stands in the block of the server
 */
export async function startPlainNginx({ answers, core, settings = '' }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-plain-'));
  const suffixes = { identity: '', br: '.br' };
  for (const { coding, body } of answers) writeFileSync(path.join(folder, `page.html${suffixes[coding]}`), body);
  const port = await freePort();
  const http = 'types { text/html html; }\nsendfile on;\ntcp_nopush on;\nkeepalive_requests 100000000;\nopen_file_cache max=100;\nopen_file_cache_valid 60s;\n'
    + `server { listen 127.0.0.1:${port}; root ${folder}; brotli_static on;\n${settings}}`;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const { pid, stop } = await startNginx({ http, port, prefix: ['taskset', '-c', String(core)] });
  return {
    pid,
    url: `http://127.0.0.1:${port}/page.html`,
    async stop() {
      await stop();
      remove();
    },
  };
}

/** Settings by which a plain nginx sends as that of the site does: with its response headers, each a constant, and without sendfile. */
export function sameHeaders(locale) {
  return `sendfile off;\nserver_tokens off;\ntypes { }\ndefault_type "text/html; charset=utf-8";\n${headerLines(() => pageHeaders(locale))}`;
}

/** Starts nginx, of one worker, with the configuration of `ops/nginx` before the site. */
export async function startSiteNginx({ siteUrl, pageCache, core }) {
  mkdirSync(pageCache, { recursive: true });
  const port = await freePort();
  const { pid, stop } = await startNginx({ ...productionSettings({ port, sitePort: Number(new URL(siteUrl).port), pageCache }), prefix: ['taskset', '-c', String(core)] });
  return { pid, url: `http://127.0.0.1:${port}`, stop };
}
