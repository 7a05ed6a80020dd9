import fs from 'node:fs';

import { expect, it } from 'vitest';

import { startCms } from './cms.ts';

it('starts the real CMS on a database of its own and removes it at the end', async () => {
  const cms = await startCms({ template: 'empty' });
  const database = cms.settings['DATABASE_FILENAME'] ?? '';

  expect(fs.existsSync(database)).toBe(true);
  expect(await cms.fetch('/_health')).toMatchObject({ status: 204 });
  expect(await cms.fetch('/api/articles')).toMatchObject({ status: 401 });

  await cms.stop();
  expect(fs.existsSync(database)).toBe(false);
});
