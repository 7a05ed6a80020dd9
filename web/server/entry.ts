import '#nitro-internal-pollyfills';

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { toNodeListener } from 'h3';
import { useNitroApp, useRuntimeConfig } from 'nitropack/runtime';
import sirv from 'sirv';

import { keepAssets } from './assets';
import { cachedAddress, LONGEST_ADDRESS } from './page-cache/address';
import { encodingFor, sendPage } from './page-cache/send-page';
import { openSitePages } from './page-cache/site-pages';
import { isPageCacheOn, pageCacheDirectory } from './settings';
import { hasValidHost, namesOneHost } from './valid-host';

/*
 * The process of the site: pages that are kept are answered here, before anything else is asked; everything else is Nitro's.
 */

const YEAR_SECONDS = 31_536_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than a proxy keeps a connection open, so that none sends a request into one that has just ended. */
const KEEP_ALIVE_MS = 75_000;
const END_LIMIT_MS = 10_000;

const nitro = useNitroApp();
const toNitro = toNodeListener(nitro.h3App);
const port = Number(process.env.NITRO_PORT ?? process.env.PORT ?? 3000);
const host = process.env.NITRO_HOST ?? process.env.HOST;

const pages = isPageCacheOn() ? openSitePages(useRuntimeConfig().app.buildId, nitro.localFetch, port) : null;

/** The assets of this build and of those before it. */
async function openAssets() {
  const folder = join(pageCacheDirectory(), 'assets');
  const keep = () => keepAssets(fileURLToPath(new URL('../public/_nuxt', import.meta.url)), join(folder, '_nuxt'));
  await keep();
  // However long this build runs, its assets are not old when the next one comes.
  setInterval(() => void keep().catch((error: unknown) => console.error('The assets could not be kept', error)), DAY_MS).unref();
  const send = sirv(folder, { etag: true, brotli: true, gzip: true, maxAge: YEAR_SECONDS, immutable: true });
  return (request: IncomingMessage, response: ServerResponse) => {
    // It reads no weights, and ranges only in their plainest form.
    request.headers['accept-encoding'] = encodingFor(request.headers['accept-encoding']);
    delete request.headers.range;
    send(request, response, () => void toNitro(request, response));
  };
}

async function start(): Promise<Server> {
  const toAssets = await openAssets();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const { url = '/', method } = request;
    if (url.length > LONGEST_ADDRESS) refuse(response, 414, 'URI Too Long');
    // What follows "#" a browser keeps to itself.
    else if (url.includes('#') || !namesOneHost(request)) refuse(response, 400, 'Bad Request');
    else if (method !== 'GET' && method !== 'HEAD') void toNitro(request, response);
    else if (url.startsWith('/_nuxt/')) toAssets(request, response);
    else answer(request, response);
  });
  return new Promise(resolve => server.listen(port, host, () => {
    console.log(`Listening on http://${host ?? 'localhost'}:${port}`);
    resolve(server);
  }));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = '/', method, headers } = request;
  if (pages === null || !hasValidHost(headers)) return void toNitro(request, response);
  const ready = pages.cache.peek(url);
  if (ready !== undefined) return sendPage(request, response, ready);
  const address = cachedAddress(url);
  if (address === null) return void toNitro(request, response);
  pages.cache.get(address).then(page => sendPage(request, response, page), (error: unknown) => {
    console.error(`${method} ${address.address} could not be rendered`, error);
    refuse(response, 503, 'Service Unavailable', { 'retry-after': '60' });
  });
}

function refuse(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store', ...headers }).end(`${words}\n`);
}

/** Lets those finish who wait for an answer. */
async function end(server: Server): Promise<void> {
  setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
  // A connection in steady use would else never end.
  server.prependListener('request', (_, response: ServerResponse) => response.setHeader('connection', 'close'));
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
