import { expect, test } from 'vitest';

import { withSurrogateKeys } from '../../../server/page-cache/surrogate-header';

const rendering = { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('Words.') };
const namesOf = (...keys: string[]) => withSurrogateKeys(rendering, new Set(keys)).headers['surrogate-key'];

test('a page names what it rests on, lists first', () => {
  expect(namesOf('a', 'list:article', 'b', 'slug:article/ivf')).toBe('list:article slug:article/ivf a b');
  expect(withSurrogateKeys(rendering, new Set(['a']))).toEqual({ ...rendering, headers: { 'content-type': 'text/html', 'surrogate-key': 'a' } });
  expect(withSurrogateKeys(rendering, new Set())).toEqual(rendering);
});

test('of too many, documents give way', () => {
  const header = namesOf(...Array.from({ length: 500 }, (_, each) => `document-${each}`), 'list:article') ?? '';
  expect(header.length).toBeLessThanOrEqual(4096);
  expect(header).toMatch(/^list:article document-0 .* document-\d+$/);
});
