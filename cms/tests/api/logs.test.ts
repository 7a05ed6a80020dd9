import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startSeparateCms, type SeparateCms } from '../helpers/separate-cms.ts';
import { makeStorage, type Storage } from '../helpers/storage.ts';

let storage: Storage;
let readToken: string;
let server: SeparateCms;

beforeAll(async () => {
  storage = await makeStorage('empty');
  const { STRAPI_TELEMETRY_DISABLED: _, ...settings } = storage.settings;
  readToken = settings['CMS_READ_TOKEN'] ?? '';
  server = await startSeparateCms({ ...settings, NODE_ENV: 'production' });
});

afterAll(async () => {
  await server?.stop();
  await storage?.remove();
});

const ask = (address: string, init: RequestInit = {}) =>
  fetch(server.url + address, { ...init, headers: { authorization: `Bearer ${readToken}`, ...init.headers } });

describe('a CMS in production', () => {
  it('starts with a line or two', () => {
    const lines = server.output().split('\n').filter(line => line.trim() && !line.includes('/_health'));
    expect(lines.length, server.output()).toBeLessThanOrEqual(2);
    expect(server.output()).not.toMatch(/warn|error|deprecat/i);
  });

  it('logs method, path, status and time of each request, and no word of its query or body', async () => {
    const word = 'ostrowski-diagnosis';
    await ask(`/api/articles?filters[title]=${word}`);
    await ask(`/api/articles?${word}=1`);
    await ask(`/api/articles?populate=${word}#${word}`);
    await ask(`/api/absent?q=${word}`);
    await ask(`/uploads/absent.jpg?name=${word}`);
    await ask('/api/articles', { method: 'POST', body: JSON.stringify({ data: { title: word } }), headers: { 'content-type': 'application/json' } });
    await ask('/admin/login', { method: 'POST', body: JSON.stringify({ email: `${word}@example.org`, password: word }), headers: { 'content-type': 'application/json' } });
    await delay(200);
    expect(server.output()).toMatch(/GET \/api\/articles 200 \d+ ms/);
    expect(server.output()).toMatch(/GET \/api\/articles 400 \d+ ms/);
    expect(server.output()).toMatch(/GET \/api\/absent 404 \d+ ms/);
    expect(server.output()).not.toContain(word);
    expect(server.output()).not.toContain('?');
    expect(server.output()).not.toContain(readToken);
  });

  it('lets no foreign page read an answer', async () => {
    const origins: Record<string, string>[] = [{}, { origin: 'https://elsewhere.example' }, { origin: 'null' }, { origin: 'http://localhost:3000' }];
    for (const headers of origins) {
      for (const address of ['/api/articles', '/api/absent', '/_health', '/admin/init']) {
        const { headers: answered } = await ask(address, { headers });
        expect([...answered.keys()].filter(name => name.startsWith('access-control-')), address).toEqual([]);
      }
      const preflight = await ask('/api/articles', { method: 'OPTIONS', headers: { ...headers, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' } });
      expect([...preflight.headers.keys()].filter(name => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('sends security headers, names no foreign host in them and does not say what it is made of', async () => {
    for (const address of ['/api/articles', '/_health', '/admin/init', '/uploads/absent.jpg']) {
      const { headers } = await ask(address);
      expect(Object.fromEntries(headers), address).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
      });
      expect(headers.get('content-security-policy'), address).not.toMatch(/https?:|\w\.\w/);
      expect(headers.get('x-powered-by'), address).toBeNull();
      expect(headers.get('strapi'), address).toBeNull();
      expect(headers.get('set-cookie'), address).toBeNull();
    }
  });

  it('reports no use to anyone', async () => {
    expect(await (await ask('/admin/init')).json()).toMatchObject({ data: { uuid: false } });
  });
});
