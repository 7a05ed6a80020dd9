import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { cmsUrl, readToken } from '../../server/settings';

const folder = mkdtempSync(join(tmpdir(), 'polyclinic-secrets-'));
const file = join(folder, 'token');

beforeEach(() => {
  for (const name of ['CMS_READ_TOKEN', 'CMS_READ_TOKEN_FILE', 'CMS_URL']) vi.stubEnv(name, undefined);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the read token', () => {
  test('is taken from a file, without the line break at its end', () => {
    writeFileSync(file, 'quiet\n');
    vi.stubEnv('CMS_READ_TOKEN_FILE', file);
    expect(readToken()).toBe('quiet');
  });

  test('is taken from the variable', () => {
    vi.stubEnv('CMS_READ_TOKEN', 'loud');
    expect(readToken()).toBe('loud');
  });

  test.each<[string, Record<string, string>, string]>([
    ['is given nowhere', {}, 'CMS_READ_TOKEN is not set.'],
    ['is given twice', { CMS_READ_TOKEN: 'loud', CMS_READ_TOKEN_FILE: file }, 'Both CMS_READ_TOKEN and CMS_READ_TOKEN_FILE are set'],
    ['is not in its file', { CMS_READ_TOKEN_FILE: file }, `CMS_READ_TOKEN_FILE: ${file} is empty.`],
    ['has no file', { CMS_READ_TOKEN_FILE: join(folder, 'absent') }, 'absent cannot be read (ENOENT'],
  ])('that %s is an error that says so', (_, env, words) => {
    writeFileSync(file, '\n');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(() => readToken()).toThrow(words);
  });
});

test.each(['cms', 'cms:1337', 'http://'])('%s is no address of the CMS', (address) => {
  vi.stubEnv('CMS_URL', address);
  expect(() => cmsUrl()).toThrow(`CMS_URL is not an address: ${address}`);
});
