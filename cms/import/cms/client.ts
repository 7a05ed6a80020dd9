import { openAsBlob } from 'node:fs';

import { z } from 'zod';

import { exitCodes, ImportError } from '../errors.ts';

/** What is read back of any document. */
const entry = z.object({ documentId: z.string(), slug: z.string().nullish() });
const entries = z.object({ data: z.array(entry) });
const oneEntry = z.object({ data: entry });
const perhapsEntry = z.object({ data: entry.nullable() });
const document = z.object({ data: z.record(z.string(), z.unknown()) });
const references = z.object({ data: z.array(z.object({ reference: z.string() })) });
const files = z.array(z.object({ id: z.number() }));

export type Entry = z.infer<typeof entry>;
export type Data = Record<string, unknown>;
export type Query = Record<string, string>;

/** The CMS over REST, as far as the importer needs it. All reads see drafts, all writes make drafts. */
export class CmsClient {
  readonly url: string;
  readonly #token: string;

  /** @throws ImportError when the address or the token is missing */
  constructor(environment: NodeJS.ProcessEnv) {
    this.url = (environment['CMS_URL'] || `http://127.0.0.1:${environment['CMS_PORT'] || '1337'}`).replace(/\/+$/, '');
    this.#token = environment['CMS_IMPORT_TOKEN'] ?? '';
    if (!URL.canParse(this.url)) throw failure(`CMS_URL is not an address: ${this.url}`);
    if (this.#token === '') throw failure('CMS_IMPORT_TOKEN is not set. "npm start" writes it to .env; elsewhere, give it as an environment variable.');
  }

  /** The first document of a type whose field has a value; case counts for nothing. */
  async findBy(plural: string, field: string, value: string, locale?: string): Promise<Entry | null> {
    const query: Query = { [`filters[${field}][$eqi]`]: value, 'pagination[pageSize]': '1' };
    const { data } = entries.parse(await this.#ask('GET', `/api/${plural}`, { ...query, ...localized(locale), ...draftsOf(plural) }));
    return data[0] ?? null;
  }

  /** A version of a document, with the parts that are asked for; null where there is none. */
  async read(plural: string, documentId: string, status: 'draft' | 'published', locale?: string, parts: Query = {}): Promise<Data | null> {
    const query = { ...localized(locale), status, ...parts };
    const answer = await this.#ask('GET', `/api/${plural}/${documentId}`, query).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    });
    return answer === null ? null : document.parse(answer).data;
  }

  /** The references of cost entries that begin with a text. */
  async costReferences(prefix: string): Promise<string[]> {
    const query = { 'filters[reference][$startsWith]': prefix, 'pagination[pageSize]': '100' };
    const { data } = references.parse(await this.#ask('GET', '/api/cost-entries', { ...query, status: 'draft' }));
    return data.map(({ reference }) => reference);
  }

  /** The article that was made of a page, whatever has become of its title and slug since. */
  async findImported(identity: string, locale: string): Promise<Entry | null> {
    return perhapsEntry.parse(await this.#ask('GET', '/api/imported-articles', { identity, locale })).data;
  }

  async create(plural: string, data: Data, locale?: string): Promise<Entry> {
    return oneEntry.parse(await this.#ask('POST', `/api/${plural}`, { ...localized(locale), ...draftsOf(plural) }, { data })).data;
  }

  async update(plural: string, documentId: string, data: Data, locale?: string): Promise<Entry> {
    return oneEntry.parse(await this.#ask('PUT', `/api/${plural}/${documentId}`, { ...localized(locale), ...draftsOf(plural) }, { data })).data;
  }

  /** The id of an uploaded file of this name; null where there is none. */
  async findFile(name: string): Promise<number | null> {
    const [known] = files.parse(await this.#ask('GET', '/api/upload/files', { 'filters[name][$eq]': name }));
    return known?.id ?? null;
  }

  /** Uploads a file under a name; returns its id. */
  async upload(file: string, name: string): Promise<number> {
    const form = new FormData();
    form.append('files', await openAsBlob(file), name);
    const [made] = files.parse(await this.#ask('POST', '/api/upload', {}, form));
    if (!made) throw failure(`The CMS did not keep the picture ${file}.`);
    return made.id;
  }

  async #ask(method: string, address: string, query: Query, body?: FormData | { data: Data }): Promise<unknown> {
    const isJson = body !== undefined && !(body instanceof FormData);
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${this.url}${address}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...(isJson ? { 'content-type': 'application/json' } : {}) },
      signal: AbortSignal.timeout(60_000),
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
    }).catch((cause: unknown) => {
      throw failure(`The CMS does not answer at ${this.url}. Start it with "npm start", or say where it is in CMS_URL.`, cause);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    throw new Refusal(response.status, `${method} ${address}`, answer);
  }
}

/** The CMS answered, and said no. */
export class Refusal extends ImportError {
  readonly status: number;

  constructor(status: number, request: string, answer: unknown) {
    const isToken = status === 401 || status === 403;
    super(
      isToken
        ? `The CMS refuses the import token (${request}: ${status}). CMS_IMPORT_TOKEN must be the one that the CMS was started with.`
        : `The CMS refuses ${request} (${status}): ${reasonIn(answer)}. What was written before stays as drafts; run the command again once this is mended.`,
      exitCodes.cms,
    );
    this.status = status;
  }
}

const errorAnswer = z.object({
  error: z.object({
    message: z.string(),
    details: z.object({ errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).default([]), message: z.string() })).default([]) }).catch({ errors: [] }),
  }),
});

function reasonIn(answer: unknown): string {
  const error = errorAnswer.safeParse(answer).data?.error;
  const details = error?.details.errors.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')) ?? [];
  return details.join('; ') || error?.message || 'no reason given';
}

function localized(locale: string | undefined): Query {
  return locale ? { locale } : {};
}

/** Sources have no drafts. */
function draftsOf(plural: string): Query {
  return plural === 'sources' ? {} : { status: 'draft' };
}

function failure(message: string, cause?: unknown): ImportError {
  return new ImportError(message, exitCodes.cms, { cause });
}
