import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';

import { percentile } from './clock.ts';

/** What a reader got. */
export interface Reply { status: number; headers: Record<string, string | string[] | undefined>; body: string; ms: number }

const LIMIT_MS = 30_000;

/** Asks a site over connections that stay open. */
export function reader(siteUrl: string, sockets = 64): { ask(path: string, headers?: Record<string, string>): Promise<Reply>; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  return {
    ask: (path, headers = {}) => new Promise((resolve, reject) => {
      const started = performance.now();
      const asked = request(siteUrl + path, { agent, headers: { accept: 'text/html', ...headers }, timeout: LIMIT_MS }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bodyOf(answer.headers['content-encoding'], Buffer.concat(parts)), ms: performance.now() - started }));
      });
      asked.on('timeout', () => asked.destroy(new Error('No answer'))).on('error', reject).end();
    }),
    end: () => agent.destroy(),
  };
}

function bodyOf(encoding: string | undefined, sent: Buffer): string {
  return (encoding === 'gzip' && sent.length > 0 ? gunzipSync(sent) : sent).toString();
}

/** Readers of known pages, who come at a steady rate whether or not those before them have been answered. */
export class Crowd {
  readonly failures: string[] = [];
  private readonly times: number[] = [];
  private readonly pending = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly reader: ReturnType<typeof reader>;
  private asked = 0;
  private readonly started = performance.now();

  private readonly siteUrl: string;
  private readonly paths: string[];
  private readonly perSecond: number;
  private readonly expect: (path: string, reply: Reply) => string | null;

  /** @param expect says what is wrong with a reply; null where nothing is. */
  constructor(siteUrl: string, paths: string[], perSecond: number, expect: (path: string, reply: Reply) => string | null) {
    this.siteUrl = siteUrl;
    this.paths = paths;
    this.perSecond = perSecond;
    this.expect = expect;
    this.reader = reader(siteUrl);
    this.timer = setInterval(() => this.send(), 10);
  }

  /** Lets all be answered who wait; how many there were, and how long it took them. */
  async end(): Promise<{ requests: number; failed: number; p50Ms: number; p99Ms: number; slowestMs: number }> {
    clearInterval(this.timer);
    await Promise.all(this.pending);
    this.reader.end();
    const [p50Ms, p99Ms, slowestMs] = [0.5, 0.99, 1].map(share => Math.round(percentile(this.times, share) * 10) / 10);
    return { requests: this.asked, failed: this.failures.length, p50Ms: p50Ms ?? 0, p99Ms: p99Ms ?? 0, slowestMs: slowestMs ?? 0 };
  }

  private send(): void {
    const due = Math.floor((performance.now() - this.started) / 1000 * this.perSecond);
    for (; this.asked < due; this.asked += 1) {
      const path = this.paths[this.asked % this.paths.length] ?? '/en';
      const answered = this.reader.ask(path).then((reply) => {
        this.times.push(reply.ms);
        const fault = this.expect(path, reply);
        if (fault !== null) this.failures.push(`${this.siteUrl}${path}: ${fault}`);
      }, (error: unknown) => void this.failures.push(`${this.siteUrl}${path}: ${String(error)}`)).finally(() => this.pending.delete(answered));
      this.pending.add(answered);
    }
  }
}
