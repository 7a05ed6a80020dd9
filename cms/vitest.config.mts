import { defineConfig } from 'vitest/config';

const compile = 'tests/helpers/global-setup.ts';

/** Suites that start the CMS: they run on each database. */
const onEach = ['tests/{api,helpers}/**/*.test.ts', 'seed/load.test.ts', 'import/**/*.api.test.ts'];
/** Those that need both at once. */
const onBoth = ['transfer/**/*.test.ts'];

export default defineConfig({
  test: {
    // Strapi keeps itself in a global and better-sqlite3 is native: one process per suite.
    pool: 'forks',
    // Long enough for the first suite to make the template database.
    hookTimeout: 300_000,
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: ['{tests,seed,rich-text,import}/**/*.test.ts'], exclude: [...onEach, ...onBoth] } },
      { extends: true, test: { name: 'sqlite', include: onEach, globalSetup: compile } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...onEach, ...onBoth],
          globalSetup: [compile, 'tests/helpers/postgres-setup.ts'],
          setupFiles: 'tests/helpers/use-postgres.ts',
        },
      },
    ],
  },
});
