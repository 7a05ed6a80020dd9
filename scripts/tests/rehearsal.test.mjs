import { afterAll, beforeAll, describe, test } from 'vitest';

import { buildCms, buildWeb } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { checks } from '../lib/rehearsal-checks.mjs';
import { rehearse } from '../lib/rehearsal.mjs';
import { readSettings } from '../lib/settings.mjs';

describe('the services of docker-compose.yml, as plain processes', () => {
  let system;
  beforeAll(async () => {
    const env = readSettings(root);
    await buildCms(env);
    await buildWeb(env);
    system = await rehearse();
  }, 900_000);
  afterAll(() => system?.remove(), 300_000);

  test.each(Object.entries(checks))('%s', (_, check) => check(system));
});
