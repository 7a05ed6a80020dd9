import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { inRoot } from '../lib/paths.mjs';
import { readSettings, settingsForSite, writeSecretFiles } from '../lib/settings.mjs';

let folder;
beforeEach(() => folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-')));
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  test('secrets are made once, for this user alone, and kept', () => {
    const first = readSettings(folder);
    const second = readSettings(folder);

    expect(first.CMS_READ_TOKEN).toMatch(/^[\w-]{43}$/);
    expect(second.CMS_READ_TOKEN).toBe(first.CMS_READ_TOKEN);
    expect(new Set([first.CMS_READ_TOKEN, first.CMS_IMPORT_TOKEN, first.ADMIN_JWT_SECRET]).size).toBe(3);
    expect(statSync(path.join(folder, '.env')).mode & 0o077).toBe(0);
  });

  test('a secret that a newer release needs is added, the others stay', () => {
    writeFileSync(path.join(folder, '.env'), 'API_TOKEN_SALT="mine"');
    const settings = readSettings(folder);

    expect(settings.API_TOKEN_SALT).toBe('mine');
    expect(readFileSync(path.join(folder, '.env'), 'utf8')).toMatch(/^API_TOKEN_SALT="mine"\n[\s\S]*^CMS_READ_TOKEN=/m);
  });

  test('two systems have different secrets', () => {
    const first = readSettings(folder);
    rmSync(path.join(folder, '.env'));
    expect(readSettings(folder).ADMIN_PASSWORD).not.toBe(first.ADMIN_PASSWORD);
  });

  test('the site is given the secrets that it reads and no other', () => {
    const settings = readSettings(folder);
    const secrets = Object.values(settings).filter(value => /^(Aa1-)?[\w-]{16,}(,[\w-]{43})?$/.test(value) && !Object.values(process.env).includes(value));
    const handedOver = Object.values(settingsForSite(settings)).filter(value => secrets.includes(value));

    expect(secrets.length).toBeGreaterThan(8);
    expect(handedOver).toEqual([settings.CMS_READ_TOKEN, settings.CMS_PREVIEW_TOKEN, settings.PREVIEW_SECRET]);
    expect(settingsForSite({ EXCHANGE_RATES_URL: 'https://example.org/?key=1', CMS_URL: 'x' })).toEqual({ CMS_URL: 'x' });
  });

  test('the addresses follow from the ports', () => {
    writeFileSync(path.join(folder, '.env'), 'CMS_PORT=4001\nWEB_PORT=4002\n');
    expect(readSettings(folder)).toMatchObject({ CMS_URL: 'http://127.0.0.1:4001', SITE_URL: 'http://localhost:4002', ADMIN_URL: 'http://localhost:4001' });
  });

  test('a secret in a file takes the place of the one in .env', () => {
    readSettings(folder);
    process.env.CMS_READ_TOKEN_FILE = '/run/secrets/cms_read_token';
    const settings = readSettings(folder);
    delete process.env.CMS_READ_TOKEN_FILE;

    expect(settings).not.toHaveProperty('CMS_READ_TOKEN');
    expect(settingsForSite({ ...settings, APP_KEYS_FILE: '/run/secrets/app_keys' })).toMatchObject({ CMS_READ_TOKEN_FILE: '/run/secrets/cms_read_token' });
    expect(settingsForSite({ ...settings, APP_KEYS_FILE: '/run/secrets/app_keys' })).not.toHaveProperty('APP_KEYS_FILE');
  });
});

describe('the files of the secrets', () => {
  const secret = name => readFileSync(path.join(folder, '.secrets', name), 'utf8');

  test('are those that docker-compose.yml names, in a folder for this user alone', () => {
    writeSecretFiles(folder);
    const named = [...readFileSync(inRoot('docker-compose.yml'), 'utf8').matchAll(/file: \.secrets\/(\w+)/g)].map(([, name]) => name);

    expect(readdirSync(path.join(folder, '.secrets')).sort()).toEqual(named.sort());
    expect(new Set(named.map(secret)).size).toBe(named.length);
    expect(statSync(path.join(folder, '.secrets')).mode & 0o777).toBe(0o700);
    // The users of the containers are others.
    for (const name of named) expect(statSync(path.join(folder, '.secrets', name)).mode & 0o777).toBe(0o444);
  });

  test('hold the secrets of .env', () => {
    const settings = readSettings(folder);
    writeSecretFiles(folder);
    expect(secret('cms_read_token')).toBe(settings.CMS_READ_TOKEN);
    expect(secret('admin_password')).toBe(settings.ADMIN_PASSWORD);
  });

  test('are made once and kept, the missing ones added', () => {
    expect(writeSecretFiles(folder)).toContain('APP_KEYS');
    const before = secret('app_keys');
    rmSync(path.join(folder, '.secrets/cms_read_token'), { force: true });
    expect(writeSecretFiles(folder)).toEqual(['CMS_READ_TOKEN']);
    expect(secret('app_keys')).toBe(before);
    expect(secret('cms_read_token')).toMatch(/^[\w-]{43}$/);
  });
});
