import { describe, expect, test } from 'vitest';

import { properAddress } from '../../shared/page-address';
import { documentPath, readPath, sectionPath } from '../../shared/paths';

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

describe('an address that is spelt otherwise', () => {
  test.each([
    ['/en/', '/en'],
    ['/en/articles/?page=2', '/en/articles?page=2'],
    ['/en/costs//', '/en/costs'],
    ['/en//costs', '/en/costs'],
    ['//evil.example/', '/evil.example'],
    ['//evil.example', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/en/costs/?a=1?b', '/en/costs?a=1?b'],
    ['/EN', '/en'],
    ['/En/Articles/Some-Slug/?q=A', '/en/articles/some-slug?q=A'],
    ['/en/%61rticles', '/en/articles'],
    ['/ru/%D1%81%D1%82/', '/ru/%D1%81%D1%82'],
    ['/en/%e2%80%ae/', '/en/%E2%80%AE'],
    ['/en/%0aX/', '/en/%0Ax'],
    ['/en/a%20b/', '/en/a%20b'],
    ['/en/%E0%A4%A/', '/en/%E0%A4%A'],
  ])('%s moves to %s', (address, target) => {
    expect(properAddress(address)).toBe(target);
    expect(properAddress(target)).toBeNull();
  });

  test.each(['/', '/en', '/?q=/', '/en?next=/', '/en/a%2Fb', '/_nuxt/Entry.ABC.css', '/media/aB.webp'])('%s stays', (address) => {
    expect(properAddress(address)).toBeNull();
  });
});
