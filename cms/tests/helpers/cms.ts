import type { AddressInfo } from 'node:net';

import type { Core } from '@strapi/strapi';

import type { Settings } from './settings.ts';
import { makeStorage } from './storage.ts';
import { destroyStrapi, loadStrapi } from './strapi.ts';
import type { TemplateKind } from './template.ts';

export interface CmsOptions {
  /** What the database holds at the start; the demo content unless told otherwise. */
  template?: TemplateKind;
  /** Settings beside or in place of the generated ones. */
  env?: Settings;
  /** Changes the database, an SQLite file, before the CMS starts. */
  prepare?: (file: string) => void;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed JSON; the text of any other answer. */
  body: unknown;
}

export interface RequestOptions {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Cms {
  readonly strapi: Core.Strapi;
  /** Origin of the running CMS, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** All settings that the CMS was started with; the secrets too. */
  readonly settings: Settings;
  /** Asks without a token. */
  fetch(path: string, options?: RequestOptions): Promise<Answer>;
  /** Asks with the read token. */
  read(path: string, options?: RequestOptions): Promise<Answer>;
  /** Asks with the import token. */
  import(path: string, options?: RequestOptions): Promise<Answer>;
  /** Asks with the preview token. */
  preview(path: string, options?: RequestOptions): Promise<Answer>;
  /** Ends the CMS and starts it again on the same database, with further settings; its address changes. */
  restart(env?: Settings): Promise<void>;
  /** Ends the CMS and removes its database and uploads. */
  stop(): Promise<void>;
}

/** Starts the real CMS in this process, on a copy of a ready database, on a free port of 127.0.0.1. */
export async function startCms(options: CmsOptions = {}): Promise<Cms> {
  const storage = await makeStorage(options.template ?? 'seeded');
  options.prepare?.(storage.settings['DATABASE_FILENAME'] ?? '');
  let running = await boot({ ...storage.settings, ...options.env });
  const ask = (tokenName?: string) => (path: string, request: RequestOptions = {}) =>
    send(running.url + path, request, tokenName ? { authorization: `Bearer ${running.settings[tokenName]}` } : {});

  return {
    get strapi() {
      return running.strapi;
    },
    get url() {
      return running.url;
    },
    get settings() {
      return running.settings;
    },
    fetch: ask(),
    read: ask('CMS_READ_TOKEN'),
    import: ask('CMS_IMPORT_TOKEN'),
    preview: ask('CMS_PREVIEW_TOKEN'),
    async restart(env = {}) {
      await running.end();
      running = await boot({ ...running.settings, ...env });
    },
    async stop() {
      await running.end();
      await storage.remove();
    },
  };
}

async function boot(settings: Settings) {
  const restoreEnvironment = setEnvironment(settings);
  const strapi = await loadStrapi();
  const url = await listen(strapi);
  return {
    strapi,
    url,
    settings,
    async end() {
      await destroyStrapi(strapi);
      restoreEnvironment();
    },
  };
}

/** Sends a request with a JSON body, if any, and reads the answer. */
export async function send(url: string, request: RequestOptions, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
    headers: { ...(request.body === undefined ? {} : { 'content-type': 'application/json' }), ...headers, ...request.headers },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}

async function listen(strapi: Core.Strapi): Promise<string> {
  await new Promise<void>(resolve => strapi.server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function setEnvironment(settings: Settings): () => void {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  return () => {
    process.env = before;
  };
}
