import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { optional, required } from '../../src/required-env.ts';
import { startCms, type Cms } from '../helpers/cms.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-secrets-'));
const file = path.join(folder, 'secret');

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret in a file', () => {
  it('is taken without the line break at its end', () => {
    vi.stubEnv('A_SECRET_FILE', file);
    for (const [text, secret] of [['quiet', 'quiet'], ['quiet\n', 'quiet'], ['quiet\r\n', 'quiet'], [' two words \n', ' two words ']] as const) {
      writeFileSync(file, text);
      expect(required('A_SECRET')).toBe(secret);
    }
  });

  it.each([['', 'is empty'], ['\n', 'is empty']])('that holds %j is refused', (text, words) => {
    writeFileSync(file, text);
    vi.stubEnv('A_SECRET_FILE', file);
    expect(() => required('A_SECRET')).toThrow(`A_SECRET_FILE: ${file} ${words}`);
  });

  it('that is not there is named', () => {
    vi.stubEnv('A_SECRET_FILE', path.join(folder, 'absent'));
    expect(() => required('A_SECRET')).toThrow(/A_SECRET_FILE: .*absent cannot be read \(ENOENT/);
  });

  it('and a variable beside it: one must go', () => {
    writeFileSync(file, 'quiet');
    vi.stubEnv('A_SECRET', 'loud');
    vi.stubEnv('A_SECRET_FILE', file);
    expect(() => required('A_SECRET')).toThrow('Both A_SECRET and A_SECRET_FILE are set');
  });

  it('is not the only way', () => {
    vi.stubEnv('A_SECRET', 'loud');
    expect(optional('A_SECRET')).toBe('loud');
    vi.unstubAllEnvs();
    expect(optional('A_SECRET')).toBeUndefined();
    expect(() => required('A_SECRET')).toThrow('A_SECRET is not set.');
  });
});

describe('the CMS', () => {
  const token = 'a-read-token-that-stands-in-a-file-only';
  let cms: Cms;

  beforeAll(async () => {
    cms = await startCms({ template: 'empty' });
    writeFileSync(file, `${token}\n`);
    await cms.restart({ CMS_READ_TOKEN: '', CMS_READ_TOKEN_FILE: file });
  });

  afterAll(() => cms.stop());

  it('lets the site in with the token of a file', async () => {
    const { status } = await cms.fetch('/api/articles', { headers: { authorization: `Bearer ${token}` } });
    expect(status).toBe(200);
  });
});
