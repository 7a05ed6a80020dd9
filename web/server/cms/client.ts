import type { ApiPath, Entry, Query, TypeAt, TypeName, Types } from '@polyclinic/shared-types';
import { stringify } from 'qs';

import { cmsUrl, previewToken, readToken } from '../settings';
import { CmsRefused, CmsUnavailable } from './errors';

const TIME_LIMIT_MS = 5000;
const PAGE_SIZE = 100;

type SingleName = TypeAt<'site'>;
type CollectionName = Exclude<TypeName, SingleName>;

interface Listed<Item> {
  data: Item[];
  meta: { pagination: { page: number; pageCount: number; total: number } };
}

const paths: { [Name in TypeName]: Types[Name]['path'] } = {
  'accreditation': 'accreditations',
  'article': 'articles',
  'clinic': 'clinics',
  'condition': 'conditions',
  'cost-entry': 'cost-entries',
  'cost-item': 'cost-items',
  'exchange-rate': 'exchange-rates',
  'glossary-term': 'glossary-terms',
  'page': 'pages',
  'person': 'people',
  'redirect': 'redirects',
  'review': 'reviews',
  'safety-notice': 'safety-notices',
  'site': 'site',
  'source': 'sources',
  'treatment': 'treatments',
};

/**
 * One page of a collection.
 *
 * @throws CmsUnavailable where the CMS is down or too slow, CmsRefused where it refuses the query.
 */
export async function find<Name extends CollectionName, const Q extends Query<Name>>(type: Name, query: Q): Promise<Listed<Entry<Name, Q>>> {
  const body = await read<Listed<Entry<Name, Q>>>(paths[type], query);
  return body ?? { data: [], meta: { pagination: { page: 1, pageCount: 0, total: 0 } } };
}

/**
 * Every entry that matches, however many pages there are. Throws as `find` does.
 *
 * @param pageSize smaller for a query whose entries are long: each page has the time limit to itself.
 */
export function findAll<Name extends CollectionName, const Q extends Query<Name>>(type: Name, query: Q, pageSize = PAGE_SIZE): Promise<Entry<Name, Q>[]> {
  return readAll(paths[type], query, readToken(), pageSize);
}

/** The drafts that match: for previews alone. Throws as `find` does. */
export function findDrafts<Name extends CollectionName, const Q extends Query<Name>>(type: Name, query: Q): Promise<Entry<Name, Q>[]> {
  return readAll(paths[type], { ...query, status: 'draft' }, previewToken(), PAGE_SIZE);
}

/** A single type's entry in the query's locale, or null where it has none. Throws as `find` does. */
export async function findSingle<const Q extends Query<SingleName>>(type: SingleName, query: Q): Promise<Entry<SingleName, Q> | null> {
  const body = await read<{ data: Entry<SingleName, Q> }>(paths[type], query);
  return body?.data ?? null;
}

/** A file from the upload storage as the CMS answers it. Throws CmsUnavailable. */
export function fetchUpload(name: string): Promise<Response> {
  return ask(`/uploads/${encodeURIComponent(name)}`, {});
}

/** Whether the CMS says that it can serve. */
export function isCmsReady(): Promise<boolean> {
  return ask('/health/ready', {}).then(response => response.ok, () => false);
}

async function readAll<Item>(path: ApiPath, query: object, token: string, pageSize: number): Promise<Item[]> {
  const entries: Item[] = [];
  for (let page = 1; ; page += 1) {
    const body = await read<Listed<Item>>(path, { ...query, pagination: { page, pageSize } }, token);
    entries.push(...(body?.data ?? []));
    if (page >= (body?.meta.pagination.pageCount ?? 0)) return entries;
  }
}

async function read<Body>(path: ApiPath, query: object, token = readToken()): Promise<Body | null> {
  const address = `/api/${path}?${stringify(query, { encodeValuesOnly: true })}`;
  const text = await share(`${token} ${address}`, () => readText(address, `/api/${path}`, token));
  try {
    const body: Body | null = JSON.parse(text);
    return body;
  } catch (cause) {
    throw new CmsUnavailable(`/api/${path} answered no JSON`, cause);
  }
}

/**
 * What the CMS answers as text, `null` where there is nothing.
 *
 * @param name of what is asked, without the query.
 */
async function readText(address: string, name: string, token: string): Promise<string> {
  const response = await ask(address, { authorization: `Bearer ${token}` });
  if (response.status === 404) return 'null';
  if (response.status >= 500) throw new CmsUnavailable(`${name} answered ${response.status}`);
  if (!response.ok) throw new CmsRefused(name, response.status);
  try {
    return await response.text();
  } catch (cause) {
    throw new CmsUnavailable(`${name} broke off`, cause);
  }
}

const underWay = new Map<string, Promise<string>>();

/** Lets those who ask for the same at the same time wait for one answer: parts of one page, and many readers of it. */
function share(question: string, load: () => Promise<string>): Promise<string> {
  const answer = underWay.get(question) ?? load().finally(() => underWay.delete(question));
  underWay.set(question, answer);
  return answer;
}

async function ask(path: string, headers: Record<string, string>): Promise<Response> {
  const address = new URL(path, cmsUrl());
  try {
    return await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
  } catch (cause) {
    throw new CmsUnavailable(path.split('?')[0] ?? path, cause);
  }
}
