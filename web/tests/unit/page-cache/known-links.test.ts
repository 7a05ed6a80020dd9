import { beforeEach, describe, expect, test } from 'vitest';

import type { Change } from '../../../server/cms/change-feed';
import { KnownLinks } from '../../../server/cms/known-links';

const change = (given: Partial<Change> = {}): Change =>
  ({ type: 'article', documentId: 'a', locale: 'en', slug: null, action: 'relinked', by: 'related', leadsTo: 'one', ...given });

let links: KnownLinks;
/** Whether a change is news. */
const isNews = (given: Partial<Change> = {}) => links.sift([change(given)]).news.length === 1;

beforeEach(() => {
  links = new KnownLinks();
  links.reached(1);
});

describe('a link that was made anew', () => {
  test('is news until it is known where it leads, and again when it leads elsewhere', () => {
    expect([isNews(), isNews(), isNews({ leadsTo: 'two' }), isNews({ leadsTo: 'two' }), isNews()]).toEqual([true, false, true, false, true]);
  });

  test('is told by its document, its language and its kind', () => {
    isNews();
    expect([isNews({ documentId: 'b' }), isNews({ locale: 'ru' }), isNews({ by: 'author' }), isNews()]).toEqual([true, true, true, false]);
  });

  test('is news where the CMS cannot say where it leads, and is then not known', () => {
    isNews();
    expect([isNews({ leadsTo: null }), isNews()]).toEqual([true, true]);
  });

  test('is handed on as passed, in its turn', () => {
    isNews();
    const [first, second] = [change({ documentId: 'b', action: 'changed', by: null, leadsTo: null }), change()];
    expect(links.sift([first, second])).toEqual({ news: [first], passed: [second] });
  });
});

describe('where a link leads is forgotten', () => {
  test.each<[string, () => void]>([
    ['when the version changes otherwise', () => isNews({ action: 'changed', by: null, leadsTo: null })],
    ['when the version goes', () => isNews({ action: 'gone', by: null, leadsTo: null })],
    ['when anything may have changed', () => isNews({ type: '*', documentId: null, action: 'changed', by: null, leadsTo: null })],
    ['when the follower starts over', () => links.forget()],
    ['when an answer that rests on it tells of more than the follower was told', () => links.answered(2, new Set(['a']))],
    ['when such an answer lists its type', () => links.answered(2, new Set(['list:article']))],
    ['when nobody knows what an answer tells of', () => links.answered(Infinity, new Set(['a']))],
  ])('%s', (_, happens) => {
    isNews();
    happens();
    expect(isNews()).toBe(true);
  });

  test('but not when something else leads to the document, nor by an answer that has nothing to do with it or tells of what was told', () => {
    isNews();
    isNews({ action: 'linked', by: 'article', leadsTo: null });
    links.answered(1, new Set(['a']));
    links.answered(2, new Set(['b', 'list:clinic']));
    links.reached(5);
    links.answered(4, new Set(['a']));
    expect(isNews()).toBe(false);
  });
});
