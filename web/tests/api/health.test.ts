import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startSite, type Site } from './site';

let site: Site;
let cms: Server;
let status = 200;

beforeAll(async () => {
  site = await startSite();
  cms = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? status : 404).end());
  await new Promise<void>(ready => cms.listen(0, '127.0.0.1', ready));
  const { port } = cms.address() as AddressInfo;
  process.env.CMS_URL = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await site.stop();
  cms.close();
});

async function health(name: 'alive' | 'ready') {
  const answer = await site.get(`/health/${name}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return [answer.status, await answer.json()];
}

describe('the health of the site', () => {
  test('with a CMS that can serve', async () => {
    expect(await health('alive')).toEqual([200, { status: 'ok' }]);
    expect(await health('ready')).toEqual([200, { status: 'ok' }]);
  });

  test('with a CMS that has lost its database', async () => {
    status = 503;
    expect(await health('alive')).toEqual([200, { status: 'ok' }]);
    expect(await health('ready')).toEqual([503, { status: 'the CMS cannot serve' }]);
  });

  test('without a CMS', async () => {
    process.env.CMS_URL = 'http://127.0.0.1:9';
    expect(await health('alive')).toEqual([200, { status: 'ok' }]);
    expect(await health('ready')).toEqual([503, { status: 'the CMS cannot serve' }]);
  });
});
