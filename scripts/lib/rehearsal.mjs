import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { inOrder, readCompose } from './compose.mjs';
import { imageOf, readDockerfile } from './dockerfile.mjs';
import { readDockerignore } from './dockerignore.mjs';
import { layImage } from './image-tree.mjs';
import { inRoot } from './paths.mjs';
import { startPlain } from './plain-container.mjs';
import { startPostgres } from './postgres.mjs';
import { freePort } from './processes.mjs';
import { writeSecretFiles } from './settings.mjs';

const isRoot = process.getuid?.() === 0;

/** What plain processes cannot show. */
export const notRehearsed = [
  'the base images, the network between the containers, their capabilities and limits',
  'the database service: a PostgreSQL of this machine stands in for it',
  ...(isRoot ? [] : ['that the services run as the user of their image: only root can change users']),
];

/**
 * Runs the services of docker-compose.yml as plain processes: files laid out as in the images, read-only where the Compose file says so,
 * with the commands, environments, health checks and users that the Compose file and the Dockerfiles name, and with secrets in files alone.
 *
 * @param {object} [options]
 * @param {boolean} [options.rebuild] runs the builds of the Dockerfiles too, in place of taking what is built here
 * @param {<Result>(title: string, work: () => Promise<Result>) => Promise<Result>} [options.step]
 */
export async function rehearse({ rebuild = false, step = (_, work) => work() } = {}) {
  const compose = readCompose(readFileSync(inRoot('docker-compose.yml'), 'utf8'));
  const isIgnored = readDockerignore(readFileSync(inRoot('.dockerignore'), 'utf8'));
  const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-rehearsal-'));
  chmodSync(folder, 0o711);
  const discard = () => {
    if (!isRoot) setFolders(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  };
  // Where this process is broken off, the services end with it, and their files go too.
  process.once('exit', discard);
  const services = inOrder(compose.services).filter(name => compose.services[name].build).map((name) => {
    const { build } = compose.services[name];
    const stages = readDockerfile(readFileSync(inRoot(build.dockerfile), 'utf8'));
    return { name, service: compose.services[name], stages, target: build.target, image: imageOf(stages, build.target), root: path.join(folder, name) };
  });
  const started = [];
  const environments = {};
  let database;

  /** Ends the services, the last started first, and says how many seconds each took. */
  async function end() {
    const seconds = {};
    for (const container of started.toReversed()) seconds[container.name] = await container.stop();
    await database?.stop();
    return seconds;
  }

  async function remove() {
    await end();
    process.off('exit', discard);
    discard();
  }

  try {
    for (const { name, stages, target, root } of services) {
      await step(`Image of ${name}`, () => layImage({ stages, target, folder: root, isIgnored, rebuild }));
    }
    database = await step('PostgreSQL', startPostgres);
    await database.createDatabase(compose.services.database.environment.POSTGRES_DB);

    const ports = { 5432: database.settings.DATABASE_PORT };
    for (const port of services.flatMap(({ image }) => image.ports)) ports[port] ??= String(await freePort());
    const shared = { ports, hosts: Object.keys(compose.services), ...layPrograms(folder) };
    writeSecretFiles(folder);
    const secrets = readSecrets(folder, database.settings);

    for (const { name, service, image, root } of services) {
      const person = isRoot ? personOf(image.user) : {};
      mount({ name, service, root, folder, person, secrets });
      const container = startPlain({ name, root, image, environment: service.environment, person, ...shared });
      started.push(container);
      environments[name] = container.environment();
      const isJob = service.restart === 'no';
      await step(isJob ? `${name} runs` : `${name} becomes healthy`, async () => {
        if (!isJob) return container.untilHealthy();
        const code = await container.ended;
        if (code !== 0) throw new Error(`${name} ended with ${code}:\n${container.output()}`);
      });
    }
    const urls = Object.fromEntries(services.filter(({ image }) => image.ports.length > 0).map(({ name, image }) => [name, `http://127.0.0.1:${ports[image.ports[0]]}`]));
    return {
      compose,
      containers: Object.fromEntries(started.map(container => [container.name, container])),
      urls,
      secrets,
      environments,
      volume: name => path.join(folder, 'volumes', name),
      end,
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Node and the module that ends a process with this one, where every user finds them. */
function layPrograms(folder) {
  const programs = path.join(folder, 'programs');
  mkdirSync(programs);
  copyFileSync(process.execPath, path.join(programs, 'node'));
  for (const file of ['leash.mjs', 'leash-preload.mjs']) cpSync(inRoot('scripts/lib', file), path.join(programs, file));
  return { programs, leash: path.join(programs, 'leash-preload.mjs') };
}

/** The secrets as they were made for Compose, but for the password of the database, which stands already. */
function readSecrets(folder, { DATABASE_PASSWORD }) {
  const made = readdirSync(path.join(folder, '.secrets'));
  return { ...Object.fromEntries(made.map(name => [name, readFileSync(path.join(folder, '.secrets', name), 'utf8')])), database_password: DATABASE_PASSWORD };
}

function personOf(user) {
  const [uid, gid = uid] = user.split(':').map(Number);
  if (!(uid > 0)) throw new Error(`An image has to name its user by number, and not by 0; this one says "${user}".`);
  return { uid, gid };
}

/** Gives a service its secrets and the places where it may write, and takes all others from it. */
function mount({ name, service, root, folder, person, secrets }) {
  const secretsFolder = path.join(root, 'run/secrets');
  mkdirSync(secretsFolder, { recursive: true });
  for (const secret of service.secrets) writeFileSync(path.join(secretsFolder, secret), secrets[secret], { mode: 0o444 });

  const inMemory = service.tmpfs.map(entry => path.join(root, entry.split(':')[0]));
  const volumes = service.volumes.map((entry) => {
    const [volume, target] = entry.split(':');
    const place = path.join(root, target);
    if (!existsSync(place)) throw new Error(`${name}: the image lacks ${target}, which a volume is mounted on; root would own it.`);
    rmSync(place, { recursive: true });
    symlinkSync(path.join(folder, 'volumes', volume), place);
    return path.join(folder, 'volumes', volume);
  });
  for (const place of [...inMemory, ...volumes]) mkdirSync(place, { recursive: true });

  if (service.read_only && !isRoot) setFolders(root, 0o500);
  for (const place of [...inMemory, ...volumes]) {
    if (isRoot) chownSync(place, person.uid, person.gid);
    else chmodSync(place, 0o700);
  }
}

function setFolders(root, mode) {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), mode);
  }
  chmodSync(root, mode);
}
