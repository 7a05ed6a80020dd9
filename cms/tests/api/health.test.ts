import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});

afterAll(() => cms.stop());

const ok = { status: 200, body: { status: 'ok' } };
const notReady = { status: 503, body: { status: 'the database does not answer' } };

describe('the health of the CMS', () => {
  it('is told to anyone, stored by nobody, and names neither version nor program', async () => {
    for (const path of ['/health/alive', '/health/ready']) {
      const answer = await cms.fetch(path);
      expect(answer).toMatchObject(ok);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect([...answer.headers].join()).not.toMatch(/strapi|koa|\d\.\d/i);
    }
    expect((await cms.fetch('/health/secrets')).status).toBe(404);
  });

  it('is no readiness while the database hangs', async () => {
    const { client } = cms.strapi.db.connection;
    const held = await Promise.all(Array.from({ length: client.pool.max }, () => client.acquireConnection()));
    expect(await cms.fetch('/health/ready')).toMatchObject(notReady);
    expect(await cms.fetch('/health/alive')).toMatchObject(ok);
    for (const connection of held) await client.releaseConnection(connection);
    expect(await cms.fetch('/health/ready')).toMatchObject(ok);
  });

  it('is no readiness without the database, and recovers with it', async () => {
    await cms.strapi.db.connection.destroy();
    expect(await cms.fetch('/health/ready')).toMatchObject(notReady);
    expect(await cms.fetch('/health/alive')).toMatchObject(ok);
    cms.strapi.db.connection.initialize();
    expect(await cms.fetch('/health/ready')).toMatchObject(ok);
  });
});
