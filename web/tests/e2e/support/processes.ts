import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMs = 60_000;

export interface Running {
  url: string;
  /** The end of what it wrote on its streams. */
  log(): string;
  stop(): Promise<void>;
}

/** A port of 127.0.0.1 that nobody holds at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise(done => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}

/**
 * Starts a program of ours under this Node and waits until it answers.
 *
 * @param path What is asked of it to see that it is up.
 * @throws What the program wrote, if it ends or stays silent.
 */
export async function startProgram(program: string, port: number, path: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  const keep = (chunk: Buffer) => {
    written = (written + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + patienceMs;
  while (!(await answers(url + path))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stopProcess(child);
      throw new Error(`${program} did not start:\n${written}`);
    }
    await delay(100);
  }
  return { url, log: () => written, stop: () => stopProcess(child) };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { redirect: 'manual' }).then(() => true, () => false);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  const gone = await Promise.race([ended.then(() => true), delay(5000, false)]);
  if (!gone) child.kill('SIGKILL');
  await ended;
}
