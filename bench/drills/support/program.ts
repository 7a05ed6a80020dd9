import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { startNode } from '../../../scripts/lib/processes.mjs';

const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 10;

/** What a program is started with. */
export interface ProgramOptions {
  /** Names its log in `.data/logs`. */
  name: string;
  file: string;
  folder: string;
  port: number;
  /** Answers with 200 as soon as the program serves. */
  readyPath: string;
  env: Record<string, string>;
}

/** A server of ours, which a drill starts, stops, kills and starts again at the same address. */
export class Program {
  private running: ReturnType<typeof startNode> | null = null;
  private written = '';

  private readonly options: ProgramOptions;

  constructor(options: ProgramOptions) {
    this.options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  get name(): string {
    return this.options.name;
  }

  /** Another build, or other settings, from the next start on. */
  change(options: Partial<Pick<ProgramOptions, 'file' | 'env'>>): void {
    Object.assign(this.options, options);
  }

  /**
   * Starts it, and waits until it serves.
   *
   * @param path that answers with 200 when it does.
   * @returns how long that took, in milliseconds.
   * @throws where it ends, or does not serve within a minute and a half.
   */
  async start(path = this.options.readyPath): Promise<number> {
    const { name, file, folder, env } = this.options;
    const started = performance.now();
    const running = startNode(name, [file], { cwd: folder, env: { ...ownEnvironment(), ...env } });
    this.running = running;
    while (!await fetch(this.url + path, { redirect: 'manual' }).then(({ status }) => status === 200, () => false)) {
      if (running.child.exitCode !== null || performance.now() - started > PATIENCE_MS) throw new Error(`${name} did not start; see ${running.log}:\n${readFileSync(running.log, 'utf8').slice(-2000)}`);
      await delay(LOOK_EVERY_MS);
    }
    return performance.now() - started;
  }

  /** Sends a signal: `SIGTERM`, unless told otherwise; waits for the end and returns the exit code, null where it did not run or was killed. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const running = this.running;
    this.running = null;
    if (running === null) return null;
    running.child.kill(signal);
    await running.ended;
    this.written += readFileSync(running.log, 'utf8');
    return running.child.exitCode;
  }

  /** Lets it neither work nor end. */
  suspend(): void {
    this.running?.child.kill('SIGSTOP');
  }

  resume(): void {
    this.running?.child.kill('SIGCONT');
  }

  /** The memory that it holds; Linux alone tells that. */
  memoryBytes(): number {
    const status = readFileSync(`/proc/${this.running?.child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
  }

  /** What it has written of faults of its own: whatever else fails in a drill is meant to. */
  faults(): string[] {
    const written = this.written + (this.running === null ? '' : readFileSync(this.running.log, 'utf8'));
    return written.split('\n').filter(line => / 500 | could not be (rendered|written|taken)/.test(line));
  }
}

/** Of what this process was given only what a program needs that we start with settings of its own. */
function ownEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}
