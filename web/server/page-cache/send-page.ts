import type { IncomingMessage, ServerResponse } from 'node:http';

import fresh from 'fresh';
import Negotiator from 'negotiator';

import { cachingHeaders } from '../response-headers';
import { plainBody, type Page } from './page';

type Encoding = 'br' | 'gzip' | 'identity';

const encodings: Encoding[] = ['br', 'gzip', 'identity'];
/** Browsers know a handful of wordings among them; what is longer than theirs is read each time. */
const LONGEST_REMEMBERED = 64;
const MOST_REMEMBERED = 100;
const chosen = new Map<string, Encoding>();

/** The heads of a page by encoding: they are the same at every request. */
const heads = new WeakMap<Page, Partial<Record<Encoding, Record<string, string>>>>();

/**
 * Answers a GET or HEAD with a page: in the smallest form that the browser takes, or 304 where it has it already.
 * Parts of a page are not served: whoever asks for a range gets the whole (RFC 9110, 14.2).
 */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const head = headOf(page, encoding);
  if (page.status === 200 && fresh(request.headers, head)) {
    const { 'content-length': _length, 'content-encoding': _encoding, 'content-type': _type, ...rest } = head;
    response.writeHead(304, rest).end();
    return;
  }
  const body = encoding === 'br' ? page.brotli : encoding === 'gzip' ? page.gzip : plainBody(page);
  response.writeHead(page.status, encoding === 'identity' ? { ...head, 'content-length': String(body.length) } : head);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** By the weights that the browser gives (RFC 9110, 12.5.3); it also takes the page as it is where it rules out all that we have. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const wording = String(accepted ?? '');
  const known = chosen.get(wording);
  if (known !== undefined) return known;
  const wanted = accepted === undefined ? 'identity' : new Negotiator({ headers: { 'accept-encoding': wording } }).encoding(encodings, { preferred: encodings });
  const encoding = encodings.find(each => each === wanted) ?? 'identity';
  if (wording.length <= LONGEST_REMEMBERED && chosen.size < MOST_REMEMBERED) chosen.set(wording, encoding);
  return encoding;
}

function headOf(page: Page, encoding: Encoding): Record<string, string> {
  const known = heads.get(page) ?? {};
  heads.set(page, known);
  const isPage = page.status === 200;
  return known[encoding] ??= {
    ...(isPage ? cachingHeaders : {}),
    ...page.headers,
    vary: cachingHeaders.vary,
    ...(isPage ? { etag: `"${page.digest}${encoding === 'identity' ? '' : `-${encoding}`}"` } : {}),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding, 'content-length': String((encoding === 'br' ? page.brotli : page.gzip).length) }),
  };
}
