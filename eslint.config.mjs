import { createConfigForNuxt } from '@nuxt/eslint-config';

/** Who may import whom; the table in README.md says it in words. */
const oneWay = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

export default await createConfigForNuxt({
  features: {
    stylistic: { semi: true, indent: 2, quotes: 'single', commaDangle: 'always-multiline', braceStyle: '1tbs', arrowParens: false },
  },
  dirs: { root: ['web'], src: ['web/app'] },
}).append(
  { ignores: ['**/dist/**', '**/.nuxt/**', '**/.output/**', '**/.data/**', '**/.tmp/**', '**/.cache/**', '**/.strapi/**', 'shared-types/src/generated.ts', 'cms/types/**'] },
  {
    rules: {
      'no-restricted-syntax': ['error', { selector: 'TSAsExpression > TSAsExpression', message: 'A double cast silences the type check; narrow the value instead.' }],
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'avoidEscape' }],
      '@stylistic/operator-linebreak': ['error', 'before', { overrides: { '=': 'after' } }],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      // Short elements stay on one line: templates read as the page does.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.vue'],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  oneWay(['cms/**'], ['**/web/**', '@polyclinic/web*'], 'The CMS knows nothing of the site.'),
  oneWay(['shared-types/**'], ['@strapi/*', '**/cms/**', '**/web/**'], 'The shared types are read from schema files and import neither side.'),
  oneWay(['web/server/**'], ['**/app/**', '~/*', '@/*', '*.vue', '@strapi/*', '**/cms/src/**'], 'The data layer does not know how a page looks, and knows the CMS by its types and REST alone.'),
  oneWay(['web/app/**'], ['**/server/**', '@polyclinic/shared-types*', '@strapi/*', '**/cms/**'], 'Pages and components know their own /api routes and web/shared alone.'),
  oneWay(['web/shared/**'], ['**/server/**', '**/app/**', '@polyclinic/shared-types*', '@strapi/*'], 'What both sides share depends on neither.'),
);
