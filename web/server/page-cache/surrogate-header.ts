import type { Rendering } from './page';

/** What CDNs take, and what a proxy on the way lets through. */
const LONGEST_BYTES = 4096;

/**
 * Adds a `Surrogate-Key` header with what a page rests on. Where that is too long, documents give way to the lists that they stand in:
 * each change of a document names its list too.
 */
export function withSurrogateKeys(rendering: Rendering, keys: ReadonlySet<string>): Rendering {
  const isBroad = (key: string) => key.includes(':');
  const ordered = [...keys].toSorted((one, other) => Number(isBroad(other)) - Number(isBroad(one)));
  let header = '';
  for (const key of ordered) {
    if (header.length + key.length + 1 > LONGEST_BYTES) break;
    header += header === '' ? key : ` ${key}`;
  }
  return header === '' ? rendering : { ...rendering, headers: { ...rendering.headers, 'surrogate-key': header } };
}
