import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockCalloutKind } from '../src/generated';
import { mistakes, rightUse } from './mistakes';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const header = `import type { Entry, Query } from '@polyclinic/shared-types';\n`;

/** The compiler settings of the packages that use the types. */
const consumers: Record<string, object> = {
  cms: {
    extends: resolve(root, '../cms/tsconfig.json'),
    compilerOptions: { rootDir: '.', incremental: false, tsBuildInfoFile: null, types: [] },
  },
  web: {
    compilerOptions: {
      module: 'ESNext',
      moduleResolution: 'Bundler',
      target: 'ESNext',
      strict: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      types: [],
    },
  },
};

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'shared-types-'));
  mkdirSync(join(scratch, 'node_modules/@polyclinic'), { recursive: true });
  symlinkSync(root, join(scratch, 'node_modules/@polyclinic/shared-types'));
  mistakes.forEach(({ code }, index) => writeFileSync(join(scratch, `mistake-${index}.ts`), header + code));
  writeFileSync(join(scratch, 'right.ts'), header + rightUse);
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Compiles all cases at once. @returns what the compiler said, by file. */
async function compile(name: string, config: object): Promise<Record<string, string>> {
  const file = join(scratch, `tsconfig.${name}.json`);
  writeFileSync(file, JSON.stringify({ include: ['./*.ts'], exclude: [], ...config }));
  const { stdout } = await run(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', file], { cwd: scratch }).catch(
    (failure: { stdout: string }) => failure,
  );
  const said: Record<string, string> = {};
  // An explanation is indented under the error that it belongs to.
  for (const error of stdout.split(/\n(?=\S)/)) {
    const at = error.indexOf('(');
    const from = error.slice(0, Math.max(at, 0));
    said[from] = (said[from] ?? '') + error.trim();
  }
  return said;
}

describe.each(Object.entries(consumers))('with the compiler settings of %s', (name, config) => {
  let said: Record<string, string>;

  beforeAll(async () => {
    said = await compile(name, config);
  });

  test('the compiler says nothing of right use, and nothing but what the mistakes are', () => {
    const files = mistakes.map((_, index) => `mistake-${index}.ts`);
    expect(Object.keys(said).filter(file => !files.includes(file)), JSON.stringify(said, null, 2)).toEqual([]);
  });

  test.each(mistakes.map((mistake, index) => ({ ...mistake, file: `mistake-${index}.ts` })))(
    '$name does not compile',
    ({ file, message }) => {
      expect(said[file]).toContain(message);
      expect(said[file]?.match(/error TS/g)).toHaveLength(1);
    },
  );
});

test.each([
  ['an ES module', ['--input-type=module', '-e', `import * as shared from '@polyclinic/shared-types'; console.log(JSON.stringify(shared))`]],
  ['CommonJS', ['--input-type=commonjs', '-e', `console.log(JSON.stringify(require('@polyclinic/shared-types')))`]],
])('%s gets the lists of enumerated values at run time, and nothing else', async (_, args) => {
  const { stdout } = await run(process.execPath, args, { cwd: scratch });
  const shared: Record<string, unknown> = JSON.parse(stdout);
  expect(shared.blockCalloutKind).toEqual(blockCalloutKind);
  expect(Object.values(shared).every(Array.isArray)).toBe(true);
});
