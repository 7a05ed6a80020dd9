import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { cmsRoot } from './paths.ts';
import type { Settings } from './settings.ts';

/** A CMS that runs in a process of its own. */
export interface SeparateCms {
  url: string;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the CMS as an operator does, on a free port of 127.0.0.1. */
export async function startSeparateCms(settings: Settings): Promise<SeparateCms> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', path.join(import.meta.dirname, 'serve.ts')], {
    cwd: cmsRoot,
    env: { ...process.env, ...settings, CMS_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  server.stdout.on('data', text => (output += text));
  server.stderr.on('data', text => (output += text));

  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    if (answer?.status === 204) return { url, output: () => output, stop };
    await delay(100);
  }
  await stop();
  throw new Error(`The CMS did not start:\n${output}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
