import { describe, expect, test } from 'vitest';

import { signTicket } from '../../../cms/src/preview/ticket';
import { inFrameOf, isPreview, leaveFrame } from '../../server/preview/frame';
import { readTicket, type Ticket } from '../../server/preview/ticket';
import { missingFields } from '../../server/preview/versions';
import { pagedTypes } from '../../shared/paths';

const secret = 'a secret';
const ticket: Ticket = { type: 'article', documentId: 'abcdefghijklmnopqrstuvwx', locale: 'ru', status: 'draft', expires: 1_795_000_000 };

describe('a ticket', () => {
  test.each(pagedTypes)('that the CMS signed is read as it was meant: %s', (type) => {
    for (const status of ['draft', 'published'] as const) {
      expect(readTicket(signTicket({ ...ticket, type, status }, secret), 'ru', secret)).toEqual({ ...ticket, type, status });
    }
  });

  test('is good for nothing but what was signed', () => {
    const good = signTicket(ticket, secret);
    const tampered = [
      good.replace('draft', 'published'), good.replace('article', 'clinic'), good.replace('abcd', 'abce'), good.replace('1795', '1895'),
      good.replace(/.$/, last => (last === '0' ? '1' : '0')), good.slice(0, -1), `${good}0`, good.toUpperCase(), '', 'article', signTicket(ticket, 'another secret'),
      signTicket({ ...ticket, type: 'source' }, secret), signTicket({ ...ticket, documentId: '../../site' }, secret),
    ];
    for (const text of tampered) expect(readTicket(text, 'ru', secret), text).toBeNull();
    expect(readTicket(good, 'en', secret)).toBeNull();
  });
});

test('a draft is told what it lacks, in the order of the form', () => {
  const draft = { documentId: 'a', locale: 'en', sourceLocale: null, slug: '', name: 'Bay', summary: '', city: '', country: 'TR' };
  expect(missingFields(draft)).toEqual(['slug', 'summary', 'city']);
  expect(missingFields({ ...draft, slug: 'bay', summary: 'At the bay.', city: 'Izmir', body: [] })).toEqual(['body']);
});

describe('in the frame of the admin', () => {
  test('stand previews alone', () => {
    expect(['/ru/preview/a', '/api/preview/a'].map(isPreview)).toEqual([true, true]);
    expect(['/ru/articles/preview', '/preview.js', '/en'].map(isPreview)).toEqual([false, false, false]);
    expect(inFrameOf('https://cms.example', 'default-src \'none\'; frame-ancestors \'none\'')).toBe('default-src \'none\'; frame-ancestors https://cms.example');
  });

  test('links stay on the page or leave the frame', () => {
    expect(leaveFrame('<a class="x" href="/en">A</a><a href="#main">B</a><form action="/en/search"><article><a id="c">C</a>'))
      .toBe('<a target="_top" class="x" href="/en">A</a><a href="#main">B</a><form target="_top" action="/en/search"><article><a id="c">C</a>');
  });
});
