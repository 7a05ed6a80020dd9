import { describe, expect, it } from 'vitest';

import { readChoices, SHORTLIST_LENGTH, writeChoices } from '../../shared/choices';

const nothing = { shortlist: [], currency: null };

describe('what is kept on the device', () => {
  it('is read as it was written', () => {
    const choices = { shortlist: ['bbbb', 'aaaa'], currency: 'USD' };
    expect(readChoices(writeChoices(choices))).toEqual(choices);
  });

  it('is nothing where nothing was chosen', () => {
    expect(writeChoices(nothing)).toBeNull();
    expect(readChoices(null)).toEqual(nothing);
  });

  it.each([
    'no JSON', '{', '[]', '7', '"text"', '{}', '{"shortlist":"aaaa","currency":null}', '{"shortlist":[1],"currency":null}',
    '{"shortlist":["<script>"],"currency":null}', '{"shortlist":[],"currency":"dollars"}',
  ])('is dropped where something else stands there: %s', (text) => {
    expect(readChoices(text)).toEqual(nothing);
  });

  it('holds each clinic once, and no more than can be compared', () => {
    const many = Array.from({ length: 50 }, (_, index) => `clinic${index}`);
    expect(readChoices(JSON.stringify({ shortlist: ['one', 'one', ...many], currency: null })).shortlist).toEqual(['one', ...many].slice(0, SHORTLIST_LENGTH));
  });
});
