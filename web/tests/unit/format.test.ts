import { describe, expect, test } from 'vitest';

import { formatDate, formatMoment, formatMonth, formatShortMonth, formatTimeZone } from '../../shared/format/dates';
import { formatDays, formatLength, formatMinutes } from '../../shared/format/durations';
import { currencyName, formatMoney } from '../../shared/format/money';
import { countryName, formatList, languageName } from '../../shared/format/names';

/** No-break spaces made visible. */
const seen = (text: string) => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '~');

describe('money', () => {
  test.each([
    ['en', { from: 32800, to: 38900, currency: 'EUR' }, '€32,800–38,900'],
    ['en', { from: 148000, to: 171000, currency: 'PLN' }, 'PLN~148,000–171,000'],
    ['en', { from: 41500, to: null, currency: 'EUR' }, '€41,500'],
    ['en', { from: 41500, to: 41500, currency: 'EUR' }, '€41,500'],
    ['en', { from: 99.5, to: null, currency: 'EUR' }, '€99.50'],
    ['ru', { from: 14000, to: null, currency: 'EUR' }, '14~000~€'],
    ['ru', { from: 32800, to: 38900, currency: 'EUR' }, '32~800–38~900~€'],
    ['de', { from: 32800, to: 38900, currency: 'EUR' }, '32.800–38.900~€'],
  ])('in %s: %o is %s', (locale, amount, text) => {
    expect(seen(formatMoney(amount, locale))).toBe(text);
  });

  test('never breaks across lines, in whatever language', () => {
    for (const locale of ['en', 'ru', 'de', 'ar', 'fr']) {
      expect(formatMoney({ from: 1234567, to: 2345678, currency: 'USD' }, locale)).not.toContain(' ');
    }
  });

  test('has a sign of Latin letters apart where words run from right to left', () => {
    expect(formatMoney({ from: 9800, to: 12600, currency: 'USD' }, 'ar')).toContain('\u2068US$\u2069');
    expect(formatMoney({ from: 9800, to: null, currency: 'USD' }, 'ar')).toContain('\u2068US$\u2069');
  });

  test('currencies have names', () => {
    expect(currencyName('PLN', 'en')).toBe('Polish Zloty');
    expect(currencyName('PLN', 'ru')).toBe('польский злотый');
  });
});

describe('dates', () => {
  test('are written as readers of the language do', () => {
    expect(seen(formatDate('2026-10-14', 'en'))).toBe('14~October~2026');
    expect(seen(formatDate('2026-11-22', 'ru'))).toBe('22~ноября~2026~г.');
    expect(seen(formatDate('2026-11-22', 'de'))).toBe('22.~November~2026');
    expect(seen(formatMonth('2026-10-14', 'ru'))).toBe('октябрь~2026~г.');
    expect(seen(formatShortMonth('2026-08-01', 'en'))).toBe('Aug~2026');
  });

  test('are the same day wherever the server stands', () => {
    expect(seen(formatDate('2026-01-01', 'en'))).toBe('1~January~2026');
  });
});

describe('moments', () => {
  const morning = new Date('2026-11-23T07:00Z');

  test('are told by the clocks of the place, part by part', () => {
    const parts = (locale: string) => Object.values(formatMoment(morning, 'Europe/Istanbul', locale)).map(seen);
    expect(parts('en')).toEqual(['Monday', '23~November', '10:00', 'GMT+3']);
    expect(parts('ru')).toEqual(['понедельник', '23~ноября', '10:00', 'GMT+3']);
  });

  test('belong to a zone that has a name and an offset', () => {
    expect(seen(formatTimeZone('Europe/Istanbul', morning, 'en'))).toBe('Türkiye~Time, GMT+3');
    expect(seen(formatTimeZone('Europe/Istanbul', morning, 'ru'))).toBe('Турция, GMT+3');
    expect(formatTimeZone('UTC', morning, 'en')).toBe('GMT+0');
  });
});

describe('durations', () => {
  test.each([
    ['en', { from: 28, to: 42 }, '4–6~weeks'],
    ['en', { from: 10, to: 12 }, '10–12~days'],
    ['en', { from: 1, to: 1 }, '1~day'],
    ['en', { from: 37, to: 56 }, '37–56~days'],
    ['ru', { from: 28, to: 42 }, '4–6~недель'],
    ['ru', { from: 1, to: 1 }, '1~день'],
    ['ru', { from: 2, to: 2 }, '2~дня'],
    ['de', { from: 5, to: 7 }, '5–7~Tage'],
  ])('in %s: %o is %s', (locale, days, text) => {
    expect(seen(formatDays(days, locale))).toBe(text);
  });

  test('minutes take the plural of their number', () => {
    expect(['1', '3', '11', '21'].map(count => seen(formatMinutes(Number(count), 'ru')))).toEqual(['1~минута', '3~минуты', '11~минут', '21~минута']);
    expect(seen(formatMinutes(1, 'en'))).toBe('1~minute');
  });

  test('films are as long as players say', () => {
    expect([65, 3723, 9].map(formatLength)).toEqual(['1:05', '1:02:03', '0:09']);
  });
});

describe('names', () => {
  test('of countries and languages come from their codes', () => {
    expect(countryName('TR', 'en')).toBe('Türkiye');
    expect(countryName('TR', 'ru')).toBe('Турция');
    expect(countryName('CZ', 'de')).toBe('Tschechien');
    expect(languageName('tr', 'ru')).toBe('турецкий');
  });

  test('are listed as the language lists', () => {
    expect(formatList(['English', 'Turkish', 'Russian'], 'en')).toBe('English, Turkish and Russian');
    expect(formatList(['польский', 'русский'], 'ru')).toBe('польский и русский');
  });
});
