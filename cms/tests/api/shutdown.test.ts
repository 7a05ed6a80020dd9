import { setTimeout as delay } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { startCms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';

it('the CMS ends in peace right after a large change', async () => {
  const cms = await startCms({ template: 'empty' });
  const terms = documentsOf(cms.strapi, 'api::glossary-term.glossary-term');
  // What is read for listeners after the commit is more than the connections that there are.
  await cms.strapi.db.transaction(async () => {
    for (let number = 0; number < 40; number += 1) await terms.create('en', { term: `Term ${number}`, definition: 'A word.' });
  });
  const failures: unknown[] = [];
  const note = (reason: unknown) => failures.push(reason);
  process.on('unhandledRejection', note);
  await cms.stop();
  await delay(50);
  process.off('unhandledRejection', note);
  expect(failures).toEqual([]);
});
