import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/**
 * A service of the Compose file as a process of this machine.
 *
 * @typedef {object} Plan
 * @property {string} name
 * @property {string} root the folder that stands for the root of its file system
 * @property {import('./dockerfile.mjs').Image} image
 * @property {Record<string, string | number>} environment what the Compose file says beside the image
 * @property {{ uid?: number, gid?: number }} person
 * @property {Record<string, string>} ports where a port of the containers is found on this machine
 * @property {string[]} hosts the names of the services, which all are this machine
 * @property {string} programs the folder of Node
 * @property {string} leash the module that ends the process with this one
 */

/**
 * Starts a service with the command, the environment and the user of its image, and nothing of this process's own.
 *
 * @param {Plan} plan
 */
export function startPlain(plan) {
  const { name, image, person } = plan;
  const cwd = path.join(plan.root, image.folder);
  const env = environmentOf(plan);
  const begin = ([program, ...args]) => spawn(program, args.map(argument => translate(argument, plan)), { ...person, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });

  const child = begin(image.command);
  let output = '';
  let peak = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
  const sample = setInterval(() => peak = Math.max(peak, peakMemory(child.pid)), 200);
  const ended = new Promise(resolve => child.on('close', (code, signal) => {
    clearInterval(sample);
    resolve(code ?? signal);
  }));
  const codeOf = other => new Promise(resolve => other.on('close', resolve));

  return {
    name,
    ended,
    output: () => output,
    peakMemory: () => peak,
    /** What others of its user can read of it; nothing where the system does not tell. */
    environment: () => process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/environ`, 'utf8') : '',
    /** Runs a program in the place and as the user of the service. */
    run: command => codeOf(begin(command)),
    /** Waits until the image's own health check is content. */
    async untilHealthy() {
      for (const limit = Date.now() + 120_000; Date.now() < limit && child.exitCode === null; await sleep(200)) {
        if (await codeOf(begin(image.health)) === 0) return;
      }
      throw new Error(`${name} did not become healthy:\n${output.trim().split('\n').slice(-25).join('\n')}`);
    },
    /** @returns {Promise<number>} how many seconds it took to end after being told to */
    async stop() {
      const told = performance.now();
      child.kill('SIGTERM');
      const hasEnded = await Promise.race([ended.then(() => true), sleep(60_000, false)]);
      if (!hasEnded) child.kill('SIGKILL');
      return (performance.now() - told) / 1000;
    },
  };
}

function environmentOf(plan) {
  const given = Object.entries({ ...plan.image.env, ...plan.environment });
  return {
    // As in the base image, whose user has a home that is read-only with all the rest.
    HOME: path.join(plan.root, 'home/node'),
    ...Object.fromEntries(given.map(([name, value]) => [name, translate(String(value), plan)])),
    PATH: [plan.programs, '/usr/bin', '/bin'].join(path.delimiter),
    TMPDIR: path.join(plan.root, 'tmp'),
    NODE_OPTIONS: `--import ${pathToFileURL(plan.leash)}`,
  };
}

/** Names, ports and places of the containers in terms of this machine. */
function translate(value, { root, ports, hosts }) {
  if (value === '0.0.0.0' || hosts.includes(value)) return '127.0.0.1';
  if (value in ports) return ports[value];
  return value
    .replace(/^\/(?=run\/|tmp)/, `${root}/`)
    .replaceAll(/([\w.-]+):(\d+)/g, (all, host, port) => port in ports && ['127.0.0.1', ...hosts].includes(host) ? `127.0.0.1:${ports[port]}` : all);
}

/** The most that a process has held in memory, in bytes; 0 where the system does not tell, or when it has ended. */
function peakMemory(pid) {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
