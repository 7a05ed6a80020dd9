import { describe, expect, it } from 'vitest';

import { drills } from '../../../bench/drills/drills';

const LIMIT_MS = 600_000;

describe('in a short form, a drill breaks no promise', () => {
  it.each(Object.entries(drills))('%s', async (_, drill) => {
    expect((await drill('short')).broken).toEqual([]);
  }, LIMIT_MS);
});
