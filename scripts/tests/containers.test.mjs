import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Checks against the schema of the Compose specification, which it ships, and for usual mistakes.
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';

import { inRoot } from '../lib/paths.mjs';
import { complaints, ruleNames } from './support/container-policy.mjs';

const read = file => readFileSync(inRoot(file), 'utf8');
const files = {
  compose: read('docker-compose.yml'),
  ignore: read('.dockerignore'),
  dockerfiles: { 'cms/Dockerfile': read('cms/Dockerfile'), 'web/Dockerfile': read('web/Dockerfile') },
};

/** @returns {string[]} what the Compose linter takes for an error */
function composeErrors(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-compose-'));
  const file = path.join(folder, 'docker-compose.yml');
  writeFileSync(file, text);
  // It cannot see that an address which may be set has a default.
  const linter = new DCLinter({ rules: { 'no-unbound-port-interfaces': 0 }, quiet: true, debug: false, exclude: [] });
  const [{ messages }] = linter.lintFiles([file], false);
  rmSync(folder, { recursive: true });
  return messages.filter(({ type }) => type === 'error').map(({ rule, message }) => `${rule}: ${message}`);
}

describe('docker-compose.yml', () => {
  test('follows the Compose specification', () => {
    expect(composeErrors(files.compose)).toEqual([]);
  });

  test.each([
    ['read_only: true', 'readonly: true', 'invalid-schema'],
    ['condition: service_healthy', 'condition: healthy', 'invalid-schema'],
    ['services:', 'service:', 'invalid-schema'],
    ['postgres:18.4-bookworm', 'postgres', 'service-image-require-explicit-tag'],
    ['services:', 'services: [', 'invalid-yaml'],
  ])('with %j made %j is refused', (from, to, rule) => {
    expect(composeErrors(changed(files.compose, from, to)).join()).toContain(rule);
  });
});

describe.each(Object.entries(files.dockerfiles))('%s', (_, text) => {
  const faults = content => validate(content).map(({ message, range }) => `${range.start.line + 1}: ${message}`);

  test('has no fault', () => {
    expect(faults(text)).toEqual([]);
  });

  test.each([['COPY --from=build', 'COPY --form=build'], ['USER 1000:1000', 'USER'], ['RUN ', 'RUNS '], ['--interval=10s', '--interval=10']])('with %j made %j is refused', (from, to) => {
    expect(faults(changed(text, from, to))).not.toEqual([]);
  });
});

/** A change that breaks each rule: the file, what stands there, and what is put in its place. */
const breaches = {
  'runs as a user without rights': ['cms/Dockerfile', 'USER 1000:1000\nEXPOSE', 'USER root\nEXPOSE'],
  'writes to volumes and memory alone': ['compose', 'read_only: true', 'read_only: false'],
  'has no capabilities': ['compose', 'cap_drop: [ALL]', 'cap_drop: [ALL]\n  cap_add: [NET_ADMIN]'],
  'gains no privileges': ['compose', 'no-new-privileges:true', 'no-new-privileges:false'],
  'shares nothing with the host': ['compose', 'init: true', 'init: true\n  pid: host'],
  'mounts named volumes alone': ['compose', 'database:/var/lib/postgresql', '/var/run/docker.sock:/var/run/docker.sock'],
  'mounts where its user may write': ['compose', 'media:/app/.data/media', 'media:/app/media'],
  'is limited in memory, processors and processes': ['compose', ', pids: 200', ''],
  'keeps its log short': ['compose', 'max-size: 10m, ', ''],
  'tells its health': ['web/Dockerfile', /HEALTHCHECK.*/, ''],
  'waits for the health of what it needs': ['compose', 'condition: service_healthy', 'condition: service_started'],
  'has time to end': ['compose', 'stop_grace_period: 30s', 'stop_grace_period: 5s'],
  'is told to end itself, not through a shell': ['web/Dockerfile', /CMD \["node", "\.output.*/, 'CMD node .output/server/index.mjs'],
  'comes back after a fault, unless it is run by hand': ['compose', 'profiles: [demo]', ''],
  'comes from a pinned image or from this project': ['compose', 'postgres:18.4-bookworm', 'postgres:latest'],
  'is published on loopback, but for the site': ['compose', '127.0.0.1:${CMS_PORT', '0.0.0.0:${CMS_PORT'],
  'is not published where it is the database': ['compose', 'shm_size: 128m', 'shm_size: 128m\n    ports: [\'127.0.0.1:5432:5432\']'],
  'has no secret in its environment': ['compose', 'CMS_READ_TOKEN_FILE: /run/secrets/cms_read_token\n      CMS', 'CMS_READ_TOKEN: ${CMS_READ_TOKEN}\n      CMS'],
  'is given the secrets that it reads, and no others': ['compose', 'secrets: [cms_read_token, cms_preview', 'secrets: [cms_read_token, cms_import_token, cms_preview'],
  'is made of pinned images': ['web/Dockerfile', 'node:24.21.0-bookworm-slim', 'node:latest'],
  'takes only what is there and not left out': ['.dockerignore', '!locales.json', ''],
  'takes from stages that there are': ['cms/Dockerfile', 'AS packages', 'AS package'],
  'belongs to root': ['web/Dockerfile', '--from=build', '--from=build --chown=node:node'],
  'fetches nothing by address': ['web/Dockerfile', 'COPY web web', 'ADD https://host.example/web.tar.gz web'],
  'holds no secret': ['cms/Dockerfile', 'APP_KEYS=none', 'APP_KEYS=of-mine'],
  'is built with no package that only development needs': ['cms/Dockerfile', 'install --prod', 'install'],
  'secrets come from files of .secrets': ['compose', 'file: .secrets/app_keys', 'environment: APP_KEYS'],
  '.dockerignore keeps secrets, data and packages out': ['.dockerignore', '**/.env*', ''],
};

describe('the rules of the containers', () => {
  test('hold', () => {
    expect(complaints(files)).toEqual([]);
  });

  test('each have a breach below', () => {
    expect(Object.keys(breaches).sort()).toEqual(ruleNames.toSorted());
  });

  test.each(Object.entries(breaches))('are kept: %s', (rule, [file, from, to]) => {
    const broken = complaints({
      compose: file === 'compose' ? changed(files.compose, from, to) : files.compose,
      ignore: file === '.dockerignore' ? changed(files.ignore, from, to) : files.ignore,
      dockerfiles: Object.fromEntries(Object.entries(files.dockerfiles).map(([name, text]) => [name, name === file ? changed(text, from, to) : text])),
    });
    expect(broken.map(complaint => complaint.split(': ')[1])).toContain(rule);
  });
});

function changed(text, from, to) {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`There is no ${from} to be changed any more.`);
  return result;
}
