import { defineConfig } from 'vitest/config';

import { cataloguesModule } from './catalogues';

const compileCms = '../cms/tests/helpers/global-setup.ts';

/** What the build of the site makes of the catalogues. */
const catalogues = {
  name: 'catalogues',
  resolveId: (id: string) => (id === '#catalogues' ? '\0catalogues' : undefined),
  load: (id: string) => (id === '\0catalogues' ? cataloguesModule() : undefined),
};

export default defineConfig({
  test: {
    projects: [
      // Pure functions.
      { plugins: [catalogues], test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      // The data layer against the real CMS.
      {
        plugins: [catalogues],
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: compileCms,
          testTimeout: 30_000,
          hookTimeout: 300_000,
          // Each suite boots a CMS of its own.
          maxWorkers: 1,
        },
      },
      // The built site in a real browser.
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [compileCms, 'tests/e2e/support/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
          maxWorkers: 1,
        },
      },
      // The same in languages that nobody speaks, and with more, longer or less content than the demo has.
      {
        test: {
          name: 'pseudo',
          include: ['tests/pseudo/**/*.test.ts'],
          globalSetup: [compileCms, 'tests/pseudo/support/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
