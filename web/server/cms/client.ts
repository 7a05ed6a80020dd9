import type { ApiPath, Entry, Query, TypeAt, TypeName, Types } from '@polyclinic/shared-types';
import { stringify } from 'qs';

import { cmsUrl, previewToken, readToken } from '../settings';
import { priorityHeaders } from './background';
import { feed, type Feed, type Position } from './change-feed';
import { madeOf } from './dependencies';
import { CmsRefused, CmsUnavailable } from './errors';
import { KeptAnswers, type Answer } from './kept-answers';
import { KnownLinks } from './known-links';
import { keysOfAnswer } from './surrogate-keys';

/** A reader who waits for a page that was never made is told of an outage within three seconds. */
const TIME_LIMIT_MS = 2500;
/** Longer than the CMS keeps a follower waiting. */
const FEED_LIMIT_MS = 30_000;
const PAGE_SIZE = 100;
const KEPT_BYTES = 128 * 1024 * 1024;

/** Published answers, for as long as they hold. */
export const keptAnswers = new KeptAnswers(KEPT_BYTES);
/** Where links lead in them. */
export const knownLinks = new KnownLinks();

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
  const body = await readKept<Listed<Entry<Name, Q>>>(type, query);
  return body ?? { data: [], meta: { pagination: { page: 1, pageCount: 0, total: 0 } } };
}

/**
 * Every entry that matches, however many pages there are. Throws as `find` does.
 *
 * @param pageSize smaller for a query whose entries are long: each page has the time limit to itself.
 */
export function findAll<Name extends CollectionName, const Q extends Query<Name>>(type: Name, query: Q, pageSize = PAGE_SIZE): Promise<Entry<Name, Q>[]> {
  return readAll(page => readKept<Listed<Entry<Name, Q>>>(type, { ...query, pagination: { page, pageSize } }));
}

/** The drafts that match: for previews alone. Throws as `find` does. */
export function findDrafts<Name extends CollectionName, const Q extends Query<Name>>(type: Name, query: Q): Promise<Entry<Name, Q>[]> {
  return readAll(page => readDraft<Listed<Entry<Name, Q>>>(paths[type], { ...query, status: 'draft', pagination: { page, pageSize: PAGE_SIZE } }));
}

/** A single type's entry in the query's locale, or null where it has none. Throws as `find` does. */
export async function findSingle<const Q extends Query<SingleName>>(type: SingleName, query: Q): Promise<Entry<SingleName, Q> | null> {
  const body = await readKept<{ data: Entry<SingleName, Q> }>(type, query);
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

/**
 * What has changed since a position, as soon as something has; without a position, where the feed ends.
 *
 * @throws CmsUnavailable where the CMS is down or answers nonsense, CmsRefused where it refuses.
 */
export async function readChangeFeed(after: Position | null, signal: AbortSignal): Promise<Feed> {
  const place = after === null ? '' : `?${new URLSearchParams({ after: String(after.sequence), id: after.id })}`;
  const { text } = await readText(`/api/change-feed${place}`, '/api/change-feed', readToken(), AbortSignal.any([signal, AbortSignal.timeout(FEED_LIMIT_MS)]));
  return feed.parse(parse(text, 'change-feed'));
}

/**
 * Whether the CMS still says what it said: what is made of these answers is then as it would be made now.
 *
 * @param answers digests by address.
 * @throws CmsUnavailable, CmsRefused.
 */
export async function saysTheSame(answers: ReadonlyMap<string, string>): Promise<boolean> {
  // All at once: what is made anew will need those that have changed, and then need not wait for each.
  const same = await Promise.all([...answers].map(async ([address, digest]) => await keptAnswers.digestNow(address) === digest));
  return same.every(Boolean);
}

async function readAll<Item>(read: (page: number) => Promise<Listed<Item> | null>): Promise<Item[]> {
  const entries: Item[] = [];
  for (let page = 1; ; page += 1) {
    const body = await read(page);
    entries.push(...(body?.data ?? []));
    if (page >= (body?.meta.pagination.pageCount ?? 0)) return entries;
  }
}

/** What is published, from what is kept while that holds; what is made of it rests on it. */
async function readKept<Body>(type: TypeName, query: { filters?: unknown }): Promise<Body | null> {
  const address = addressOf(paths[type], query);
  const answer = await keptAnswers.get(new URL(address, cmsUrl()).href, async (): Promise<Answer> => {
    const { text, sequence } = await readText(address, `/api/${paths[type]}`, readToken());
    // A list may be empty, but it is always there: this is another server, or one that has not come up.
    if (text === 'null' && type !== 'site') throw new CmsUnavailable(`/api/${paths[type]} answered 404`);
    const keys = keysOfAnswer(type, query.filters, parse(text, paths[type]));
    knownLinks.answered(sequence, keys);
    return { text, keys };
  });
  madeOf(answer);
  return parse<Body>(answer.text, paths[type]);
}

async function readDraft<Body>(path: ApiPath, query: object): Promise<Body | null> {
  return parse<Body>((await readText(addressOf(path, query), `/api/${path}`, previewToken())).text, path);
}

function addressOf(path: ApiPath, query: object): string {
  return `/api/${path}?${stringify(query, { encodeValuesOnly: true })}`;
}

function parse<Body>(text: string, path: string): Body | null {
  try {
    const body: Body | null = JSON.parse(text);
    return body;
  } catch (cause) {
    throw new CmsUnavailable(`/api/${path} answered no JSON`, cause);
  }
}

/**
 * What the CMS answers as text, `null` where there is nothing; with the number in the log of changes of the last one that it can tell of.
 *
 * @param name of what is asked, without the query.
 */
async function readText(address: string, name: string, token: string, signal?: AbortSignal): Promise<{ text: string; sequence: number }> {
  const response = await ask(address, { authorization: `Bearer ${token}` }, signal);
  const sequence = Number(response.headers.get('change-log-sequence') ?? Infinity);
  if (response.status === 404) return { text: 'null', sequence };
  if (response.status >= 500) throw new CmsUnavailable(`${name} answered ${response.status}`);
  if (!response.ok) throw new CmsRefused(name, response.status);
  try {
    return { text: await response.text(), sequence };
  } catch (cause) {
    throw new CmsUnavailable(`${name} broke off`, cause);
  }
}

async function ask(path: string, headers: Record<string, string>, signal = AbortSignal.timeout(TIME_LIMIT_MS)): Promise<Response> {
  const address = new URL(path, cmsUrl());
  try {
    return await fetch(address, { headers: { ...headers, ...priorityHeaders() }, redirect: 'error', signal });
  } catch (cause) {
    throw new CmsUnavailable(path.split('?')[0] ?? path, cause);
  }
}
