import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inRoot } from '../lib/paths.mjs';
import { isSilent, runSystem } from './support/run-system.mjs';

describe('npm start', () => {
  let folder;
  const start = () => runSystem(inRoot(), { DATABASE_FILENAME: path.join(folder, 'start.db'), CMS_PUBLIC_DIR: path.join(folder, 'public') });
  beforeAll(() => folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-start-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('brings up CMS and site with content in both languages and a login that works', { timeout: 600_000 }, async () => {
    const system = await start();
    try {
      for (const locale of ['en', 'ru']) {
        const page = await fetch(`${system.site}/${locale}`).then(response => response.text());
        expect(page).toContain(`lang="${locale}"`);
        expect(page).toMatch(new RegExp(`href="/${locale}/articles/[a-z-]+"`));
      }
      const [email, password] = /Login\s+(\S+)\s+(\S+)/.exec(system.output).slice(1);
      const [, demoPassword, list] = /with the password (\S+)\n((?:\s+\S+@\S+\n)+)/.exec(system.output);
      const accounts = list.trim().split(/\s+/);
      expect(accounts).toHaveLength(4);
      for (const login of [{ email, password }, ...accounts.map(account => ({ email: account, password: demoPassword }))]) {
        const { status } = await fetch(`${system.cms}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(login) });
        expect(status, login.email).toBe(200);
      }
      expect(await fetch(`${system.cms}/admin`).then(response => response.text())).toContain('<div id="strapi">');
      expect(system.output).toMatch(/Database and demo content … \d+\.\d s/);
    } finally {
      system.signal('SIGINT', { group: true });
    }
    expect(await isSilent(system.site, system.cms)).toBe(true);
    expect(system.output).not.toContain('by itself');
  });

  test.each([
    ['npm is told to end', 'SIGTERM'],
    ['npm is killed', 'SIGKILL'],
  ])('a second start builds nothing, and nothing stays behind when %s', { timeout: 120_000 }, async (_, signal) => {
    const system = await start();
    expect(system.output.match(/nothing to do/g)).toHaveLength(3);
    system.signal(signal);
    expect(await isSilent(system.site, system.cms)).toBe(true);
  });
});
