import { describe, expect, test } from 'vitest';

import { documentPath, readPath, sectionPath } from '../../shared/paths';
import { withoutTrailingSlash } from '../../shared/trailing-slash';

describe('addresses', () => {
  test('are made of the locale, the section and the slug', () => {
    expect(documentPath('person', 'vera-lindqvist', 'ru')).toBe('/ru/people/vera-lindqvist');
    expect(sectionPath('', 'en')).toBe('/en');
    expect(sectionPath('costs', 'en', { treatment: 'ahsct', country: null })).toBe('/en/costs?treatment=ahsct');
  });
});

describe('a typed path', () => {
  test.each([
    ['/articles/one', { kind: 'document', type: 'article', slug: 'one', locale: null, suffix: '' }],
    ['/ru/articles/odin#costs', { kind: 'document', type: 'article', slug: 'odin', locale: 'ru', suffix: '#costs' }],
    ['/people/vera/', { kind: 'document', type: 'person', slug: 'vera', locale: null, suffix: '' }],
    ['/', { kind: 'section', section: '', suffix: '' }],
    ['/ru', { kind: 'section', section: '', suffix: '' }],
    ['/en/costs?country=TR', { kind: 'section', section: 'costs', suffix: '?country=TR' }],
  ])('%s is understood', (typed, path) => {
    expect(readPath(typed)).toEqual(path);
  });

  test.each(['articles/one', '//evil.example/articles/one', '/articles/one/two', '/nowhere', '/nowhere/one', 'javascript:alert(1)', ''])('%s is none of ours', (typed) => {
    expect(readPath(typed)).toBeNull();
  });
});

describe('a trailing slash', () => {
  test.each([
    ['/en/', '/en'],
    ['/en/articles/?page=2', '/en/articles?page=2'],
    ['/en/costs//', '/en/costs'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/en/costs/?a=1?b', '/en/costs?a=1?b'],
  ])('%s moves to %s', (address, target) => {
    expect(withoutTrailingSlash(address)).toBe(target);
  });

  test.each(['/', '/en', '/?q=/', '/en?next=/'])('%s stays', (address) => {
    expect(withoutTrailingSlash(address)).toBeNull();
  });
});
