import '#nitro-internal-pollyfills';

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { toNodeListener } from 'h3';
import { useNitroApp, useRuntimeConfig } from 'nitropack/runtime';
import sirv from 'sirv';

import { keepAssets } from './assets';
import { cachedAddress } from './page-cache/address';
import { sendPage } from './page-cache/send-page';
import { openSitePages } from './page-cache/site-pages';
import { isPageCacheOn, pageCacheDirectory } from './settings';
import { hasValidHost } from './valid-host';

/*
 * The process of the site: pages that are kept are answered here, before anything else is asked; everything else is Nitro's.
 */

const YEAR_SECONDS = 31_536_000;
/** Longer than a proxy keeps a connection open, so that none sends a request into one that has just ended. */
const KEEP_ALIVE_MS = 75_000;
const END_LIMIT_MS = 10_000;

const nitro = useNitroApp();
const toNitro = toNodeListener(nitro.h3App);
const port = Number(process.env.NITRO_PORT ?? process.env.PORT ?? 3000);
const host = process.env.NITRO_HOST ?? process.env.HOST;

const pages = isPageCacheOn() ? openSitePages(useRuntimeConfig().app.buildId, port) : null;

/** The assets of this build and of those before it. */
async function openAssets() {
  const folder = join(pageCacheDirectory(), 'assets');
  await keepAssets(fileURLToPath(new URL('../public/_nuxt', import.meta.url)), join(folder, '_nuxt'));
  return sirv(folder, { etag: true, brotli: true, gzip: true, maxAge: YEAR_SECONDS, immutable: true });
}

async function start(): Promise<Server> {
  const toAssets = await openAssets();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    if (request.url?.startsWith('/_nuxt/')) toAssets(request, response, () => void toNitro(request, response));
    else answer(request, response);
  });
  return new Promise(resolve => server.listen(port, host, () => {
    console.log(`Listening on http://${host ?? 'localhost'}:${port}`);
    resolve(server);
  }));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = '/', method, headers } = request;
  if (pages === null || (method !== 'GET' && method !== 'HEAD') || !hasValidHost(headers)) return void toNitro(request, response);
  const ready = pages.cache.peek(url);
  if (ready !== undefined) return sendPage(request, response, ready);
  const address = cachedAddress(url);
  if (address === null) return void toNitro(request, response);
  pages.cache.get(address).then(page => sendPage(request, response, page), (error: unknown) => {
    console.error(`${method} ${address.address} could not be rendered`, error);
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '60', 'cache-control': 'no-store' }).end('Service Unavailable\n');
  });
}

/** Lets those finish who wait for an answer. */
async function end(server: Server): Promise<void> {
  setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
  const closed = new Promise(done => server.close(done));
  server.closeIdleConnections();
  await Promise.all([closed, pages?.stop(), nitro.hooks.callHook('close')]);
  process.exit(0);
}

for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => nitro.captureError(error instanceof Error ? error : new Error(String(error)), { tags: [event] }));
}

start().then((server) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(server));
}, (error: unknown) => {
  console.error('The site could not start', error);
  process.exit(1);
});
