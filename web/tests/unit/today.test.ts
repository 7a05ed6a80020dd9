import { expect, test } from 'vitest';

import { gather } from '../../server/cms/dependencies';
import { isoDate, today } from '../../server/content/parts/today';

const DAY_MS = 24 * 60 * 60 * 1000;

test('what is made of the present day holds until it is over, whatever other days are reckoned with', async () => {
  const { result, dependencies } = await gather(async () => {
    isoDate(Date.now() - 90 * DAY_MS);
    return today();
  });
  expect(result).toBe(isoDate(Date.now()));
  expect(dependencies.until).toBe(Date.parse(result) + DAY_MS);
});
