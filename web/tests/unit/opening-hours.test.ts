import { describe, expect, test } from 'vitest';

import { formatOpeningHours } from '../../shared/format/opening-hours';
import { nextAnswerBy, presenceAt, readOpeningHours } from '../../shared/opening-hours';

const istanbul = { openingHours: 'Mo-Fr 09:00-18:00; Sa 10:00-14:00', timeZone: 'Europe/Istanbul', holidays: ['2026-10-29'], responseMinutes: 60 };

/** Istanbul is three hours ahead of UTC all year. */
const at = (utc: string) => new Date(`${utc}Z`);

describe('by when a message is answered', () => {
  test.each([
    ['while someone is there', '2026-11-23T08:00', '2026-11-23T09:00'],
    ['before they open', '2026-11-23T03:00', '2026-11-23T07:00'],
    ['shortly before they close: the rest of the time is counted the next day', '2026-11-23T14:40', '2026-11-24T06:40'],
    ['on Friday evening', '2026-11-27T20:00', '2026-11-28T08:00'],
    ['on Sunday', '2026-11-29T12:00', '2026-11-30T07:00'],
    ['on the eve of a holiday', '2026-10-28T16:00', '2026-10-30T07:00'],
    ['exactly at closing', '2026-11-23T15:00', '2026-11-24T07:00'],
  ])('%s', (_, sent, answered) => {
    expect(nextAnswerBy(at(sent), istanbul)).toEqual(at(answered));
  });

  test('long answers take several days of work', () => {
    expect(nextAnswerBy(at('2026-11-23T06:00'), { ...istanbul, responseMinutes: 2 * 9 * 60 })).toEqual(at('2026-11-24T15:00'));
  });

  test('the change of the clocks moves the hour, not the promise', () => {
    const berlin = { ...istanbul, timeZone: 'Europe/Berlin', holidays: [] };
    expect(nextAnswerBy(at('2026-10-24T20:00'), berlin)).toEqual(at('2026-10-26T09:00'));
    expect(nextAnswerBy(at('2026-10-23T20:00'), berlin)).toEqual(at('2026-10-24T09:00'));
  });

  test('a shift past midnight is open until its end', () => {
    const night = { ...istanbul, openingHours: 'Mo-Su 22:00-02:00', holidays: [] };
    expect(presenceAt(at('2026-11-23T22:30'), night).open).toBe(true);
    expect(presenceAt(at('2026-11-23T23:30'), night).open).toBe(false);
    expect(nextAnswerBy(at('2026-11-23T22:30'), night)).toEqual(at('2026-11-24T19:30'));
  });

  test.each([
    ['at work', '2026-11-23T08:00', true, '2026-11-23T15:00'],
    ['on Saturday evening', '2026-11-28T16:00', false, '2026-11-30T06:00'],
    ['on a holiday', '2026-10-29T08:00', false, '2026-10-30T06:00'],
    ['at the minute of closing', '2026-11-23T15:00', false, '2026-11-24T06:00'],
  ])('it is known until when it stays so: %s', (_, now, open, until) => {
    expect(presenceAt(at(now), istanbul)).toEqual({ open, until: at(until) });
  });

  test('hours that go on past midnight are one stretch', () => {
    const guard = { ...istanbul, openingHours: 'Mo 08:00-24:00; Tu 00:00-08:00', holidays: [] };
    expect(presenceAt(at('2026-11-23T10:00'), guard)).toEqual({ open: true, until: at('2026-11-24T05:00') });
    expect(presenceAt(at('2026-11-23T10:00'), { ...istanbul, openingHours: null })).toEqual({ open: false, until: null });
  });

  test('nothing is promised without hours or a time', () => {
    expect(nextAnswerBy(at('2026-11-23T08:00'), { ...istanbul, openingHours: null })).toBeNull();
    expect(nextAnswerBy(at('2026-11-23T08:00'), { ...istanbul, responseMinutes: null })).toBeNull();
    expect(nextAnswerBy(at('2026-11-23T08:00'), { ...istanbul, openingHours: 'nonsense' })).toBeNull();
    expect(nextAnswerBy(at('2026-11-23T08:00'), { ...istanbul, openingHours: 'Mo-Fr 09:00-29:00; Sa 9:75-10:00' })).toBeNull();
    expect(nextAnswerBy(at('2026-11-23T08:00'), { ...istanbul, timeZone: 'Europe/Nowhere' })).toBeNull();
  });
});

describe('opening hours', () => {
  test('may run over the end of the week', () => {
    expect(readOpeningHours('Sa-Mo 10:00-12:00')).toEqual([{ days: [5, 6, 0], opens: '10:00', closes: '12:00' }]);
  });

  test('that no clock shows are not there, but may end with the day', () => {
    expect(formatOpeningHours('Mo-Fr 09:00-29:00; Sa 10:60-14:00; Su 25:00-26:00', 'en')).toEqual([]);
    expect(presenceAt(at('2026-11-23T20:30'), { ...istanbul, openingHours: 'Mo 00:00-24:00' }).open).toBe(true);
    expect(presenceAt(at('2026-11-23T21:30'), { ...istanbul, openingHours: 'Mo 00:00-24:00' }).open).toBe(false);
  });

  test('are written in the language of the page', () => {
    expect(formatOpeningHours(istanbul.openingHours, 'en')).toEqual([{ days: 'Mon–Fri', hours: '09:00–18:00' }, { days: 'Sat', hours: '10:00–14:00' }]);
    expect(formatOpeningHours('Mo-Fr 09:00-18:00', 'ru')).toEqual([{ days: 'пн–пт', hours: '09:00–18:00' }]);
  });
});
