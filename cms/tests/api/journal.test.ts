import { afterAll, beforeAll, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

// The connection of the running CMS, not one of ours: it is set up when it is opened.
const ask = async (sql: string): Promise<unknown> => {
  const answer: unknown = await cms.strapi.db.connection.raw(sql);
  return answer;
};

it.skipIf(process.env['TEST_POSTGRES'])('SQLite writes ahead and syncs each commit to the disk', async () => {
  expect(await ask('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await ask('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
});

it('a commit is what is still there after a restart', async () => {
  await cms.strapi.store({ type: 'test', key: 'word' }).set({ value: 'kept' });
  await cms.restart();
  expect(await cms.strapi.store({ type: 'test', key: 'word' }).get({})).toBe('kept');
});
