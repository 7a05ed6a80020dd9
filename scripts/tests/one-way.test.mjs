import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

import { inRoot } from '../lib/paths.mjs';

const eslint = new ESLint({ cwd: inRoot() });

async function complaints(file, code) {
  const [result] = await eslint.lintText(code, { filePath: inRoot(file) });
  return result.messages.filter(message => message.ruleId === 'no-restricted-imports').map(message => message.message);
}

describe('the one-way rule is enforced', () => {
  test.each([
    ['cms/src/index.ts', '../../web/shared/views/page'],
    ['shared-types/src/rest.ts', '@strapi/strapi'],
    ['web/server/content/article.ts', '../../app/components/Thing.vue'],
    ['web/app/pages/index.vue', '@polyclinic/shared-types'],
    ['web/app/pages/index.vue', '../../server/cms/client'],
    ['web/shared/views/page.ts', '../../server/cms/client'],
  ])('%s may not import %s', async (file, target) => {
    const code = `import { thing } from '${target}';\nexport const it = thing;\n`;
    const source = file.endsWith('.vue') ? `<script setup lang="ts">\n${code.split('\n')[0]}\nthing();\n</script>\n\n<template>\n  <p />\n</template>\n` : code;
    expect(await complaints(file, source)).toHaveLength(1);
  });

  test('the right direction is open', async () => {
    expect(await complaints('web/server/content/article.ts', 'import type { Answer } from \'@polyclinic/shared-types\';\nexport type It = Answer;\n')).toEqual([]);
    expect(await complaints('web/server/content/article.ts', 'import type { Page } from \'../../shared/views/page\';\nexport type It = Page;\n')).toEqual([]);
  });
});
