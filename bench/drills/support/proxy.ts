import { createServer, request, Agent, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a proxy makes of what is asked of it: `pass` it on; `cut` the line; answer nothing (`hang`); pass it on after ten seconds (`slow`);
 * answer 500 (`error`); half of the JSON (`truncated`); a page of HTML with 200 (`html`).
 */
export type Mode = 'pass' | 'cut' | 'hang' | 'slow' | 'error' | 'truncated' | 'html';

const SLOW_MS = 10_000;

/** Stands between the site and the CMS, and can make a CMS that is well look like one that is not. */
export class Proxy {
  /** What has been asked of the CMS, without the change feed: method, path, query. */
  readonly asked: string[] = [];
  private mode: Mode = 'pass';
  /** What is held back. */
  private readonly slow = new Set<() => void>();
  private readonly agent = new Agent({ keepAlive: true });

  private readonly server: Server;
  private readonly target: string;

  private constructor(server: Server, target: string) {
    this.server = server;
    this.target = target;
  }

  static async start(target: string): Promise<Proxy> {
    const server = createServer();
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
    const proxy = new Proxy(server, target);
    server.on('request', (incoming, outgoing) => proxy.take(incoming, outgoing));
    return proxy;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** From now on; who waits for an answer loses the line, as with a server that falls, or gets it at once where all is well again. */
  turn(mode: Mode): void {
    this.mode = mode;
    if (mode !== 'pass') this.server.closeAllConnections();
    for (const pass of this.slow) pass();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.agent.destroy();
    await new Promise(done => this.server.close(done));
  }

  private take(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (!incoming.url?.startsWith('/api/change-feed')) this.asked.push(`${incoming.method} ${incoming.url}`);
    const { mode } = this;
    if (mode === 'cut') incoming.socket.destroy();
    else if (mode === 'slow') this.passLate(incoming, outgoing);
    else if (mode === 'error') outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"data":null,"error":{"status":500,"name":"InternalServerError"}}');
    else if (mode === 'html') outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title><p>It works.');
    else if (mode !== 'hang') this.pass(incoming, outgoing, mode === 'truncated');
  }

  private passLate(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const pass = () => {
      clearTimeout(timer);
      this.slow.delete(pass);
      if (!outgoing.destroyed) this.pass(incoming, outgoing);
    };
    const timer = setTimeout(pass, SLOW_MS).unref();
    this.slow.add(pass);
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse, isCut = false): void {
    const onward = request(this.target + incoming.url, { method: incoming.method, headers: incoming.headers, agent: this.agent }, (answer) => {
      answer.on('error', () => outgoing.destroy());
      if (!isCut) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const body = Buffer.concat(parts);
        outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' }).end(body.subarray(0, Math.floor(body.length / 2)));
      });
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) onward.destroy();
    });
    incoming.pipe(onward);
  }
}
