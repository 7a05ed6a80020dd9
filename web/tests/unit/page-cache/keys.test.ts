import { describe, expect, test } from 'vitest';

import type { Change } from '../../../server/cms/change-feed';
import { keysOfAnswer, keysOfChange } from '../../../server/cms/surrogate-keys';

const change = (given: Partial<Change>): Change => ({ type: 'article', documentId: 'abc', locale: 'en', slug: 'ivf', action: 'changed', by: null, leadsTo: null, ...given });
const keys = (filters: unknown, answer: unknown = { data: [] }) => [...keysOfAnswer('article', filters, answer)].sort();

describe('an answer rests on', () => {
  test.each<[string, unknown, string[]]>([
    ['all of its type, where nothing narrows it', undefined, ['list:article']],
    ['all of its type, where only facts narrow it', { kind: 'guide', country: { $in: ['TR'] } }, ['list:article']],
    ['one slug', { slug: 'ivf' }, ['slug:article/ivf']],
    ['one slug, said at length', { slug: { $eq: 'ivf' } }, ['slug:article/ivf']],
    ['some slugs', { slug: { $in: ['a', 'b'] } }, ['slug:article/a', 'slug:article/b']],
    ['some documents', { documentId: { $in: ['a', 'b'] } }, ['a', 'b']],
    ['all of its type, where a slug is only ruled out', { slug: { $ne: 'ivf' } }, ['list:article']],
    ['all of its type, where a document is only ruled out', { documentId: { $ne: 'a' } }, ['list:article']],
    ['all of its type, where a slug only begins so', { slug: { $startsWith: 'i' } }, ['list:article']],
    ['what leads to a document', { treatments: { documentId: 'a' } }, ['a', 'links:a', 'links:article/a']],
    ['either of two', { $or: [{ slug: 'a' }, { documentId: 'b' }] }, ['b', 'slug:article/a']],
    ['all of its type, where one of two is open', { $or: [{ slug: 'a' }, { kind: 'guide' }] }, ['list:article']],
    ['the narrow one of two that both hold', { $and: [{ kind: 'guide' }, { slug: 'a' }] }, ['slug:article/a']],
    ['all of its type, where nothing is named', { $or: [{ kind: 'a' }] }, ['list:article']],
  ])('%s', (_, filters, expected) => {
    expect(keys(filters)).toEqual(expected);
  });

  test('every document in it, however deep', () => {
    const answer = { data: [{ documentId: 'a', body: [{ links: [{ clinic: { documentId: 'b', city: null } }] }], author: { documentId: 'c' } }], meta: { pagination: { total: 1 } } };
    expect(keys({ slug: 'ivf' }, answer)).toEqual(['a', 'b', 'c', 'slug:article/ivf']);
    expect(keys({ slug: 'ivf' }, null)).toEqual(['slug:article/ivf']);
  });
});

describe('a change touches', () => {
  test.each<[string, Partial<Change>, string[] | null]>([
    ['the document, its page, its slug and the lists of its type', {}, ['abc', 'page:abc', 'list:article', 'slug:article/ivf']],
    ['the same where it is gone', { action: 'gone' }, ['abc', 'page:abc', 'list:article', 'slug:article/ivf']],
    ['no slug where there is none', { slug: null }, ['abc', 'page:abc', 'list:article']],
    ['only what leads to a document, where it was linked', { action: 'linked', by: 'review' }, ['links:review/abc']],
    ['whatever leads to a document, where it is not known what does', { action: 'linked' }, ['links:abc']],
    ['everything, where it is of no document', { documentId: null }, null],
    ['everything, where it is of a locale', { type: 'locale' }, null],
  ])('%s', (_, given, expected) => {
    expect(keysOfChange(change(given))).toEqual(expected);
  });

  test('what a list of links rests on, when one is added', () => {
    const list = keysOfAnswer('review', { clinic: { documentId: 'abc' } }, { data: [] });
    const touched = keysOfChange(change({ type: 'clinic', action: 'linked', by: 'review' })) ?? [];
    expect(list.isDisjointFrom(new Set(touched))).toBe(false);
  });

  test('what was not found under a slug, when it is published', () => {
    const absent = keysOfAnswer('article', { slug: { $eq: 'ivf' } }, { data: [] });
    expect(absent.isDisjointFrom(new Set(keysOfChange(change({ documentId: 'new' }))))).toBe(false);
  });
});
