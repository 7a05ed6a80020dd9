import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { inRoot } from './paths.mjs';

const PROGRAM = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find(file => existsSync(file));
const BROTLI = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules'].map(folder => path.join(folder, 'ngx_http_brotli_static_module.so')).find(file => existsSync(file));

export const howToInstallNginx = 'nginx with its brotli module is not installed. On Debian and Ubuntu: apt-get install nginx-light libnginx-mod-http-brotli-static';

/** Whether this machine has an nginx that sends files as they were compressed. */
export const hasNginx = PROGRAM !== undefined && BROTLI !== undefined;

/** @returns {string} as in `nginx/1.22.1` */
export function nginxVersion() {
  return execFileSync('sh', ['-c', '"$1" -v 2>&1', 'sh', PROGRAM], { encoding: 'utf8' }).trim().replace(/^.*: /, '');
}

/**
 * Starts an nginx of one worker, in a folder of its own, and waits until it answers.
 *
 * @param {{ http: string, port: number, files?: Record<string, string>, prefix?: string[] }} options what stands in the block of HTTP;
 *   files that it includes; a command that starts it, as `['taskset', '-c', '1']`
 */
export async function startNginx({ http, port, files = {}, prefix = [] }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'polyclinic-nginx-'));
  for (const [name, text] of Object.entries({ ...files, 'nginx.conf': mainConfiguration(folder, http) })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const [command, ...args] = [...prefix, PROGRAM, '-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'];
  let output = '';
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', chunk => output += chunk);
  const ended = new Promise(resolve => child.once('close', resolve));
  const end = () => child.kill('SIGTERM');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const endInHaste = () => {
    end();
    remove();
  };
  process.once('exit', endInHaste);
  const stop = async () => {
    process.off('exit', endInHaste);
    end();
    await ended;
    remove();
  };
  for (const limit = Date.now() + 5000; Date.now() < limit && child.exitCode === null; await sleep(50)) {
    if (await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(() => true, () => false)) return { folder, pid: child.pid, stop };
  }
  await stop();
  throw new Error(`nginx did not start:\n${output}`);
}

function mainConfiguration(folder, http) {
  const asRoot = process.getuid?.() === 0 ? 'user root;\n' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};\n`).join('');
  return `load_module ${BROTLI};\n${asRoot}pcre_jit on;\ndaemon off;\nworker_processes 1;\npid ${folder}/nginx.pid;\n`
    + `events { worker_connections 2048; }\nhttp {\n${temporary}access_log off;\n${http}\n}\n`;
}

/**
 * The configuration of `ops/nginx` as a machine would have it, with other places.
 *
 * @param {{ port: number, sitePort: number, pageCache: string }} places
 */
export function productionSettings({ port, sitePort, pageCache }) {
  const read = name => readFileSync(inRoot('ops/nginx', name), 'utf8');
  const places = replaced(read('places.conf'), { '127.0.0.1:3000': `127.0.0.1:${sitePort}` });
  const files = replaced(read('page-cache.conf'), { '/var/lib/polyclinic/page-cache': pageCache });
  const site = replaced(read('polyclinic.conf'), { '/var/log/nginx/polyclinic.log': 'logs/access.log', '/var/log/nginx/polyclinic-error.log': 'logs/error.log' });
  const unchanged = ['proxy.conf', 'headers.conf', 'down.conf'].map(name => [`polyclinic/${name}`, read(name)]);
  return {
    http: 'include polyclinic/polyclinic.conf;',
    port,
    files: { 'polyclinic/polyclinic.conf': site, 'polyclinic/places.conf': places, 'polyclinic/page-cache.conf': files, 'polyclinic/listen.conf': `listen 127.0.0.1:${port};\n`, ...Object.fromEntries(unchanged), 'logs/access.log': '' },
  };
}

/** The text with other values; throws where one is not there. */
function replaced(text, values) {
  return Object.entries(values).reduce((present, [old, value]) => {
    if (!present.includes(old)) throw new Error(`ops/nginx no longer names ${old}`);
    return present.replaceAll(old, value);
  }, text);
}
