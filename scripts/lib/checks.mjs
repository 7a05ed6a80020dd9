import { inRoot } from './paths.mjs';

const bin = (folder, ...parts) => inRoot(folder, 'node_modules', ...parts);
const tsc = folder => bin(folder, 'typescript/bin/tsc');

/**
 * The checks that are not test suites: name, folder and program with arguments.
 * Each ends with code 0 when all is well.
 */
export const typeChecks = [
  { name: 'types of shared-types', cwd: inRoot('shared-types'), args: [tsc('shared-types'), '--noEmit'] },
  { name: 'types of the CMS', cwd: inRoot('cms'), args: [tsc('cms'), '--noEmit', '--incremental', 'false', '-p', 'tsconfig.json'] },
  { name: 'types of the admin', cwd: inRoot('cms'), args: [tsc('cms'), '-p', 'tsconfig.admin.json'] },
  { name: 'types of the CMS tools and tests', cwd: inRoot('cms'), args: [tsc('cms'), '--noEmit', '-p', 'tsconfig.tools.json'] },
  { name: 'the site is prepared', cwd: inRoot('web'), args: [bin('web', 'nuxt/bin/nuxt.mjs'), 'prepare'] },
  // The site's tsconfig only refers to Nuxt's own: without `-b` nothing at all would be checked.
  { name: 'types of the site', cwd: inRoot('web'), args: [bin('web', 'vue-tsc/bin/vue-tsc.js'), '-b', '--noEmit'] },
  { name: 'types of the site tests', cwd: inRoot('web'), args: [tsc('web'), '-p', 'tests/tsconfig.json'] },
];

export const lintChecks = [
  { name: 'lint', cwd: inRoot(), args: [bin('.', 'eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'dead code', cwd: inRoot(), args: [bin('.', 'knip/bin/knip.js')] },
];

const vitest = folder => bin(folder, 'vitest/vitest.mjs');

/** The test suites, quick ones first. `needsSite` ones run against the built site. */
export const suites = [
  { name: 'shared-types', cwd: inRoot('shared-types'), program: vitest('shared-types') },
  { name: 'site, unit', cwd: inRoot('web'), program: vitest('web'), args: ['--project', 'unit'] },
  { name: 'cms, pure', cwd: inRoot('cms'), program: vitest('cms'), args: ['--project', 'pure'] },
  { name: 'cms, SQLite', cwd: inRoot('cms'), program: vitest('cms'), args: ['--project', 'sqlite'] },
  { name: 'cms, PostgreSQL', cwd: inRoot('cms'), program: vitest('cms'), args: ['--project', 'postgres'] },
  { name: 'site, data', cwd: inRoot('web'), program: vitest('web'), args: ['--project', 'api'] },
  { name: 'site, browser', cwd: inRoot('web'), program: vitest('web'), args: ['--project', 'e2e'], needsSite: true },
  { name: 'site, pseudo-locales', cwd: inRoot('web'), program: vitest('web'), args: ['--project', 'pseudo'] },
  { name: 'commands', cwd: inRoot('scripts'), program: vitest('.') },
];
