import fs from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { startCms } from './cms.ts';
import { databases } from './databases.ts';

it('starts the real CMS on a database of its own and removes it at the end', async () => {
  const cms = await startCms({ template: 'empty' });
  const folder = path.dirname(cms.settings['CMS_PUBLIC_DIR'] ?? '');
  const name = path.basename(folder);

  expect(fs.existsSync(folder)).toBe(true);
  expect(await cms.fetch('/_health')).toMatchObject({ status: 204 });
  expect(await cms.fetch('/api/articles')).toMatchObject({ status: 401 });

  await cms.stop();
  expect(fs.existsSync(folder)).toBe(false);
  // PostgreSQL refuses a name that is taken.
  await databases().create(name);
  await databases().drop(name);
});
