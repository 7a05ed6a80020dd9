import { readdirSync } from 'node:fs';
import { createServer, get as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

import { createApp, createRouter, toNodeListener, type EventHandler } from 'h3';
import { afterAll, beforeAll } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';

const server = resolve(import.meta.dirname, '../../server');

export interface Site {
  /** Asks the site; redirects are not followed. */
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  /** Asks with headers that `fetch` would not send. */
  statusFor(path: string, headers: Record<string, string>): Promise<number | undefined>;
  /** Asks for a view and expects an answer. */
  view<View>(path: string): Promise<View>;
  stop(): Promise<void>;
}

/** The server routes of the site as they are filed, without its pages. */
export async function startSite(): Promise<Site> {
  const app = createApp();
  for (const file of filesIn('middleware')) app.use(await handlerIn('middleware', file));
  const router = createRouter();
  for (const folder of ['api', 'routes']) {
    for (const file of filesIn(folder)) {
      const [name, method] = file.replace(/\.ts$/, '').split(/\.(get)$/);
      const path = `/${folder === 'api' ? 'api/' : ''}${(name ?? '').replace(/(^|\/)index$/, '').replaceAll(/\[(\w+)\]/g, ':$1')}`;
      router.use(path, await handlerIn(folder, file), method === 'get' ? 'get' : undefined);
    }
  }
  app.use(router);
  const listener = createServer(toNodeListener(app));
  await new Promise<void>(ready => listener.listen(0, '127.0.0.1', ready));
  const { port } = listener.address() as AddressInfo;
  const get: Site['get'] = (path, headers = {}, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method, headers, redirect: 'manual' });
  return {
    get,
    statusFor: (path, headers) => new Promise((answer, failed) => {
      ask({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume();
        answer(response.statusCode);
      }).on('error', failed);
    }),
    async view<View>(path: string) {
      const response = await get(path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      const view: View = await response.json();
      return view;
    },
    stop: () => new Promise(done => listener.close(() => done())),
  };
}

/** Runs the site on a CMS with the demo content for the suite that calls it; it can be asked in its tests. */
export function useDemoSite(): Omit<Site, 'stop'> {
  let cms: Cms;
  let site: Site;

  beforeAll(async () => {
    cms = await startCms();
    process.env.CMS_URL = cms.url;
    site = await startSite();
  });

  afterAll(async () => {
    await site.stop();
    await cms.stop();
  });

  return {
    get: (...asked) => site.get(...asked),
    statusFor: (...asked) => site.statusFor(...asked),
    view: path => site.view(path),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
}

async function handlerIn(folder: string, file: string): Promise<EventHandler> {
  const route: { default: EventHandler } = await import(join(server, folder, file));
  return route.default;
}
