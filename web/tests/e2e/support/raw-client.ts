import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  /** Names in lower case; of several, all, with commas between them. */
  headers: Record<string, string>;
  body: Buffer;
}

const LIMIT_MS = 20_000;
const head = /^HTTP\/1\.1 (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/;

/**
 * Sends bytes to a server as they are, and reads what comes back until it closes the connection.
 *
 * @param methods of the requests in the bytes, in their order: HEAD is answered without a body.
 * @throws where the server is silent for long, or answers with what is no HTTP.
 */
export async function exchange(siteUrl: string, bytes: string | Buffer, methods: string[] = ['GET']): Promise<RawAnswer[]> {
  return answersIn(await received(siteUrl, bytes), methods);
}

/**
 * Asks one thing of a server and closes the connection.
 *
 * @param target as it stands in the first line: unlike `fetch` and `URL`, nothing tidies it.
 * @param headers lines beside `Host`; with a `Host` of their own, in its place.
 */
export async function ask(siteUrl: string, target: string, { method = 'GET', headers = [] }: { method?: string; headers?: string[] } = {}): Promise<RawAnswer> {
  const host = headers.some(line => /^host:/i.test(line)) ? [] : [`Host: ${new URL(siteUrl).host}`];
  const [answer] = await exchange(siteUrl, `${[`${method} ${target} HTTP/1.1`, ...host, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`, [method]);
  if (answer === undefined) throw new Error(`No answer to ${method} ${target}`);
  return answer;
}

function received(siteUrl: string, bytes: string | Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(siteUrl);
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error(`Silent for ${LIMIT_MS} ms after ${String(bytes).slice(0, 100)}`)));
    socket.on('data', chunk => chunks.push(chunk));
    // Who refuses a request may hang up before it has come whole.
    socket.on('error', error => (/ECONNRESET|EPIPE/.test(error.message) ? done(Buffer.concat(chunks)) : fail(error)));
    socket.on('close', () => done(Buffer.concat(chunks)));
  });
}

function answersIn(bytes: Buffer, methods: string[]): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const [matched, status = '', lines = ''] = head.exec(rest.toString('latin1')) ?? [];
    if (matched === undefined) throw new Error(`No HTTP: ${rest.toString('latin1').slice(0, 200)}`);
    const headers = headersIn(lines);
    const bodiless = methods[answers.length] === 'HEAD' || status === '304' || status === '204' || status.startsWith('1');
    const { body, length } = bodiless ? { body: Buffer.alloc(0), length: 0 } : bodyIn(rest.subarray(matched.length), headers);
    answers.push({ status: Number(status), headers, body });
    rest = rest.subarray(matched.length + length);
  }
  return answers;
}

function headersIn(lines: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines.split('\r\n').filter(each => each !== '')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    const known = headers[name.toLowerCase()];
    headers[name.toLowerCase()] = known === undefined ? value : `${known}, ${value}`;
  }
  return headers;
}

/** @returns `length`: of the body on the wire. */
function bodyIn(bytes: Buffer, headers: Record<string, string>): { body: Buffer; length: number } {
  if (headers['transfer-encoding'] === 'chunked') return chunksIn(bytes);
  const length = headers['content-length'] === undefined ? bytes.length : Number(headers['content-length']);
  if (bytes.length < length) throw new Error(`The body breaks off after ${bytes.length} of ${length} bytes`);
  return { body: bytes.subarray(0, length), length };
}

function chunksIn(bytes: Buffer): { body: Buffer; length: number } {
  const chunks: Buffer[] = [];
  for (let place = 0; ;) {
    const end = bytes.indexOf('\r\n', place);
    const size = Number.parseInt(bytes.subarray(place, end).toString('latin1'), 16);
    if (end < 0 || Number.isNaN(size)) throw new Error('The body breaks off within a chunk');
    place = end + 2 + size + 2;
    if (size === 0) return { body: Buffer.concat(chunks), length: place };
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
  }
}

/** The body of an answer in words, however it was compressed. */
export function textOf({ headers, body }: RawAnswer): string {
  const plain = headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return plain.toString();
}
