import { describe, expect, test } from 'vitest';

import { completeLocale, defaultLocale, localeOf, locales } from '../../shared/locales';
import { negotiateLocale } from '../../shared/negotiate-locale';

describe('the list of locales', () => {
  test('starts with the default one', () => {
    expect(locales[0]?.code).toBe(defaultLocale);
  });

  test('needs a code and a name only: the rest follows from the code or is neutral', () => {
    expect(completeLocale({ code: 'ar', name: 'العربية' })).toEqual({
      code: 'ar', name: 'العربية', dir: 'rtl', script: 'Arab', intl: 'ar', lettersPerMinute: 1100, quotes: ['“', '”'], stemmer: null, proclitics: [], enclitics: [],
    });
    expect(completeLocale({ code: 'de', name: 'Deutsch', quotes: ['„', '“'] })).toMatchObject({ dir: 'ltr', script: 'Latn', quotes: ['„', '“'] });
  });

  test('answers for a language that is not in it', () => {
    expect(localeOf('he')).toMatchObject({ code: 'he', dir: 'rtl' });
  });
});

describe('the language of a visitor who comes to the bare address', () => {
  test.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de-DE,de;q=0.9,ru;q=0.5,en;q=0.4', 'ru'],
    ['en;q=0.2,ru;q=0.7', 'ru'],
    ['ru;q=0,fr', 'en'],
    ['RU', 'ru'],
    ['xx', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['ru;q=nonsense', 'en'],
  ])('%s leads to %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
