import { createReadStream } from 'node:fs';

import { RatesFault } from './fault';
import { shownAddress } from './settings';

export interface Limits {
  seconds: number;
  kilobytes: number;
}

/** The daily file has 2 KB. */
const usualLimits: Limits = { seconds: 15, kilobytes: 64 };

/**
 * Gets the text behind an `https:`, `http:` or `file:` address.
 *
 * @throws RatesFault when it cannot be had whole, within the limits and from this very address
 */
export async function download(address: URL, limits: Limits = usualLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  let bytes: Uint8Array;
  try {
    bytes = await readAll(await open(address, signal), limits);
  } catch (error) {
    if (error instanceof RatesFault) throw error;
    if (signal.aborted) throw new RatesFault('slow', { seconds: String(limits.seconds) });
    throw new RatesFault('unreachable', { reason: reasonOf(error) });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RatesFault('encoding');
  }
}

async function open(address: URL, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  if (address.protocol === 'file:') return createReadStream(address, { signal });
  const response = await fetch(address, { redirect: 'manual', signal, headers: { accept: 'application/xml, text/xml' } });
  if (response.ok && response.body) return response.body;
  await response.body?.cancel();
  const to = response.headers.get('location');
  const target = to === null ? null : URL.parse(to, address.href);
  throw target === null ? new RatesFault('status', { status: String(response.status) }) : new RatesFault('redirect', { to: shownAddress(target) });
}

async function readAll(stream: AsyncIterable<Uint8Array>, { kilobytes }: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > kilobytes * 1024) throw new RatesFault('large', { kilobytes: String(kilobytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The code of a failure, such as ECONNREFUSED: its message may hold the whole address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : reasonOf(error.cause);
}
