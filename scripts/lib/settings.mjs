import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { inRoot } from './paths.mjs';

const secret = () => randomBytes(32).toString('base64url');
// Strapi asks for a digit, a capital and a small letter.
const password = () => `Aa1-${randomBytes(12).toString('base64url')}`;

/** Each secret of the system, and how it is made. */
const GENERATED = {
  APP_KEYS: () => `${secret()},${secret()}`,
  ADMIN_JWT_SECRET: secret,
  API_TOKEN_SALT: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  CMS_READ_TOKEN: secret,
  CMS_IMPORT_TOKEN: secret,
  CMS_PREVIEW_TOKEN: secret,
  PREVIEW_SECRET: secret,
  DATABASE_PASSWORD: secret,
  ADMIN_EMAIL: () => 'admin@polyclinic.example',
  ADMIN_PASSWORD: password,
  DEMO_PASSWORD: password,
};

/** Secrets that are not made here: the query string of the address may hold a key. */
const GIVEN = ['EXCHANGE_RATES_URL'];

/** Those of them that nobody may read; an address of mail is none. */
const SECRETS = Object.keys(GENERATED).filter(name => name !== 'ADMIN_EMAIL');

/** Secrets that the site reads. */
const FOR_SITE = ['CMS_READ_TOKEN', 'CMS_PREVIEW_TOKEN', 'PREVIEW_SECRET'];

/**
 * The settings without the secrets that the site has no business with.
 *
 * @param {Record<string, string>} settings
 */
export function settingsForSite(settings) {
  const isForSite = name => FOR_SITE.includes(name) || !(name in GENERATED || GIVEN.includes(name));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => isForSite(name.replace(/_FILE$/, ''))));
}

/**
 * Reads `.env`, makes what it lacks, and returns the settings for both servers.
 * A variable of the environment wins over the file, and so does one that names a file for a secret (`<name>_FILE`).
 *
 * @param {string} root the project's folder
 * @returns {Record<string, string>} environment for child processes
 */
export function readSettings(root) {
  const file = path.join(root, '.env');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '# Made by "npm start". Keep it out of version control.\n';
  const stored = parseEnv(text);
  const missing = Object.keys(GENERATED).filter(name => !stored[name] && !stored[`${name}_FILE`]);
  if (missing.length > 0) {
    for (const name of missing) stored[name] = GENERATED[name]();
    const lines = missing.map(name => `${name}=${stored[name]}\n`).join('');
    writeFileSync(file, text + (text.endsWith('\n') ? '' : '\n') + lines, { mode: 0o600 });
  }
  const settings = { ...stored, ...process.env };
  for (const name of SECRETS) {
    if (process.env[`${name}_FILE`] && !process.env[name]) delete settings[name];
  }
  settings.CMS_PORT ??= '1337';
  settings.WEB_PORT ??= '3000';
  settings.CMS_URL ??= `http://127.0.0.1:${settings.CMS_PORT}`;
  settings.SITE_URL ??= `http://localhost:${settings.WEB_PORT}`;
  settings.ADMIN_URL ??= `http://localhost:${settings.CMS_PORT}`;
  return settings;
}

/** Addresses of the accounts that the loader of the demo content makes, one for each role. */
export function demoAccounts() {
  const [, ...targets] = JSON.parse(readFileSync(inRoot('locales.json'), 'utf8'));
  const roles = ['editor', ...targets.map(({ code }) => `translator-${code}`), 'medical-reviewer', 'coordinator'];
  return roles.map(role => `${role}@polyclinic.example`);
}

/**
 * Writes each secret that has no file yet into one of its own in `.secrets`, for Compose: the value of `.env` where it is there, else a new one.
 *
 * Compose hands a file over with the owner and mode that it has here, and the containers' users are others than this one.
 * So it is the folder that is closed to everybody else, and the files in it are readable.
 *
 * @param {string} root the project's folder
 * @returns {string[]} the names of the secrets whose files were made
 */
export function writeSecretFiles(root) {
  const folder = path.join(root, '.secrets');
  const env = path.join(root, '.env');
  const stored = existsSync(env) ? parseEnv(readFileSync(env, 'utf8')) : {};
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const missing = SECRETS.filter(name => !existsSync(secretFile(folder, name)));
  for (const name of missing) {
    writeFileSync(secretFile(folder, name), stored[name] || GENERATED[name]());
    chmodSync(secretFile(folder, name), 0o444);
  }
  return missing;
}

const secretFile = (folder, name) => path.join(folder, name.toLowerCase());

const parseEnv = text => Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]));
