// A process of its own, started by postgres.mjs: it runs PostgreSQL until it loses its parent, and leaves nothing behind.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { noPostgres } from './messages.mjs';
import { postgresProgram } from './postgres-program.mjs';
import { freePort } from './processes.mjs';

// PostgreSQL refuses to run as root. `nobody` has this number everywhere but on macOS, where nobody works as root.
const NOBODY = 65534;
const person = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

// The speed of tests: what is lost in a crash of the machine is made anew.
const CARELESS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '4GB' };

const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-postgres-'));
let running;
let isEnding = false;

process.once('disconnect', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);

try {
  process.send({ settings: await start() });
} catch (error) {
  process.send?.({ error: error.message });
  await end();
}

async function start() {
  chmodSync(folder, 0o711);
  const programs = postgresProgram(folder);
  if (!programs) throw new Error(noPostgres());
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  const settings = {
    DATABASE_CLIENT: 'postgres',
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: String(await freePort()),
    DATABASE_USERNAME: 'polyclinic',
    DATABASE_PASSWORD: randomBytes(24).toString('base64url'),
  };
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, settings.DATABASE_PASSWORD, { mode: 0o600 });
  for (const own of [data, passwordFile]) if (person.uid) chownSync(own, person.uid, person.gid);

  // ICU knows case and order of every script and is the same on every machine, whatever locales that has installed.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const initdb = run(programs, 'initdb', [`--pgdata=${data}`, `--username=${settings.DATABASE_USERNAME}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync', '--no-instructions', ...locale]);
  await initdb.ended;
  rmSync(passwordFile);
  if (initdb.child.exitCode !== 0) throw new Error(`PostgreSQL's initdb failed:\n${initdb.output()}`);

  const options = { ...CARELESS, listen_addresses: settings.DATABASE_HOST, port: settings.DATABASE_PORT, unix_socket_directories: '', max_connections: '200' };
  const server = run(programs, 'postgres', ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])]);
  await Promise.race([server.says('ready to accept connections'), server.ended]);
  if (server.child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${server.output()}`);
  return settings;
}

function run(programs, program, args) {
  // In the folder, since nobody may not be able to stand where we are.
  const child = spawn(path.join(programs, program), args, { ...person, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
  let output = '';
  const says = words => new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', () => {
        if (output.includes(words)) resolve();
      });
    }
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output = (output + chunk).slice(-4000));
  child.on('error', error => output += error.message);
  running = { child, says, output: () => output.trim(), ended: new Promise(resolve => child.once('close', resolve)) };
  return running;
}

async function end() {
  if (isEnding) return;
  isEnding = true;
  running?.child.kill('SIGQUIT');
  await running?.ended;
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
