import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'seed/**/*.test.ts', 'rich-text/**/*.test.ts', 'import/**/*.test.ts'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    // Strapi keeps itself in a global and better-sqlite3 is native: one process per suite.
    pool: 'forks',
    // Long enough for the first suite to make the template database.
    hookTimeout: 300_000,
    testTimeout: 60_000,
  },
});
