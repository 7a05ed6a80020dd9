import { describe, expect, it } from 'vitest';

import { RatesFault } from '../../src/exchange-rates/fault.ts';
import { isNews, missingFrom } from '../../src/exchange-rates/judge.ts';
import { parseRates } from '../../src/exchange-rates/parse.ts';
import { ratesSettings, shownAddress } from '../../src/exchange-rates/settings.ts';
import english from '../../src/exchange-rates/words/en.json' with { type: 'json' };
import russian from '../../src/exchange-rates/words/ru.json' with { type: 'json' };
import { ratesFile, usual } from '../helpers/rates-file.ts';

/** The code and the values of the fault that the work ends with. */
function faultOf(work: () => unknown): { code: string; values: Record<string, string> } {
  try {
    work();
  } catch (error) {
    if (error instanceof RatesFault) return { code: error.code, values: error.values };
    throw error;
  }
  throw new Error('There was no fault.');
}

const good = ratesFile('2026-01-14');

describe('an answer in the format of the European Central Bank', () => {
  it('is read with its day, its publisher and its rates', () => {
    expect(parseRates(good)).toEqual({
      date: '2026-01-14', publisher: 'European Central Bank', rates: { USD: 1.16, GBP: 0.88, CHF: 0.93, PLN: 4.24, CZK: 24.3, TRY: 49.2 },
    });
    expect(parseRates(`\uFEFF${good.replaceAll('gesmes:', 'g:')}`)).toEqual(parseRates(good));
  });

  it.each<[string, string, string, Record<string, string>]>([
    ['nothing', '', 'xml', {}],
    ['a file that breaks off', good.slice(0, -60), 'xml', {}],
    ['a page of HTML', '<!doctype html><html><head><meta charset="utf-8"><title>Sorry</title></head></html>', 'xml', {}],
    ['a page of XHTML', '<html><body>Sorry</body></html>', 'form', { place: 'name' }],
    ['JSON', '{"rates": {"USD": 1.16}}', 'xml', { line: '1' }],
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY b "1.16">]>${good.slice(good.indexOf('<gesmes:E')).replace('1.16', '&b;')}`, 'xml', {}],
    ['no publisher', ratesFile('2026-01-14', usual, ' '), 'form', { place: 'name' }],
    ['several days', good.replace(/(<Cube time[\s\S]*?\n\t\t<\/Cube>)/, '$1$1'), 'form', { place: 'Cube' }],
    ['a currency without a name', good.replace('currency=\'GBP\' ', ''), 'form', { place: 'Cube.0.Cube.1.currency' }],
    ['a currency without a rate', good.replace(' rate=\'0.88\'', ''), 'form', { place: 'Cube.0.Cube.1.rate' }],
    ['no day', good.replace(' time=\'2026-01-14\'', ''), 'form', { place: 'Cube.0.time' }],
    ['a day that is none', ratesFile('2026-02-30'), 'date', { found: '2026-02-30' }],
    ['a currency that is none', ratesFile('2026-01-14', { ...usual, EUX: '1' }), 'currency', { found: 'EUX' }],
    ['a rate of nothing', ratesFile('2026-01-14', { ...usual, USD: '0.00' }), 'rate', { found: '0.00' }],
    ['a rate below nothing', ratesFile('2026-01-14', { ...usual, USD: '-1.16' }), 'rate', {}],
    ['a rate without bounds', ratesFile('2026-01-14', { ...usual, USD: 'Infinity' }), 'rate', {}],
    ['a rate with a comma', ratesFile('2026-01-14', { ...usual, USD: '1,16' }), 'rate', {}],
    ['no rate that is a number', ratesFile('2026-01-14', { ...usual, USD: 'N/A' }), 'rate', { found: 'N/A' }],
    ['a currency twice', good.replace('GBP', 'USD'), 'twice', { currency: 'USD' }],
    ['the euro in euros', ratesFile('2026-01-14', { ...usual, EUR: '1' }), 'twice', { currency: 'EUR' }],
    ['hardly any rates', ratesFile('2026-01-14', { USD: '1.16', GBP: '0.88' }), 'few', { number: '2' }],
  ])('is not one with %s', (_, text, code, values) => {
    expect(faultOf(() => parseRates(text))).toMatchObject({ code, values });
  });

  it('is quoted in a fault shortly and on one line', () => {
    expect(faultOf(() => parseRates(ratesFile('2026-01-14', { ...usual, USD: `1&#10;ERROR all is lost ${'x'.repeat(999)}` }))).values['found']).toMatch(/^[ -~]{1,40}$/);
  });
});

describe('a day’s rates', () => {
  const day = (date: string, rates: Record<string, number> = { USD: 1.16, TRY: 49.2 }) => ({ date, publisher: 'European Central Bank', rates });
  const today = '2026-01-20';

  it('are news when they are of a later day', () => {
    expect(isNews(day('2026-01-14'), null, today)).toBe(true);
    expect(isNews(day('2026-01-20'), day('2026-01-14'), today)).toBe(true);
    expect(isNews(day('2026-01-14'), day('2026-01-14'), today)).toBe(false);
  });

  it('cannot be right when they are of a day to come, or older than what there is', () => {
    expect(faultOf(() => isNews(day('2026-01-21'), null, today))).toMatchObject({ code: 'future', values: { date: '2026-01-21' } });
    expect(faultOf(() => isNews(day('2026-01-13'), day('2026-01-14'), today))).toMatchObject({ code: 'older', values: { newest: '2026-01-14' } });
  });

  it('cannot be right when one moved by more than half, up or down', () => {
    const moved = (rate: number) => () => isNews(day('2026-01-15', { USD: 1.16, TRY: rate }), day('2026-01-14'), today);
    expect(moved(49.2 * 1.49)()).toBe(true);
    expect(moved(49.2 / 1.49)()).toBe(true);
    expect(faultOf(moved(492))).toEqual({ code: 'moved', values: { currency: 'TRY', rate: '492', before: '49.2', newest: '2026-01-14' } });
    expect(faultOf(moved(4.92)).code).toBe('moved');
  });

  it('may lack a currency that its publisher gave up', () => {
    const later = day('2026-01-15', { USD: 1.16 });
    expect(isNews(later, day('2026-01-14'), today)).toBe(true);
    expect(missingFrom(later, day('2026-01-14'))).toEqual(['TRY']);
  });
});

describe('the address of rates', () => {
  const address = (text: string) => () => ratesSettings({ EXCHANGE_RATES_URL: text })?.address.href;

  it('may be left out', () => {
    expect(ratesSettings({})).toBeNull();
    expect(ratesSettings({ EXCHANGE_RATES_URL: '' })).toBeNull();
  });

  it.each(['https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml', 'file:///srv/rates.xml', 'http://localhost:8080/rates', 'http://127.0.0.1/', 'http://[::1]/', 'http://10.1.2.3/', 'http://172.31.0.1/', 'http://192.168.1.1/', 'http://[fd00::1]/', 'http://mirror/rates', 'http://rates.internal/'])(
    'may be %s', (text) => {
      expect(address(text)()).toBe(text);
    });

  it.each([
    ['http://www.ecb.europa.eu/rates.xml', 'must begin with https: for a public host'],
    ['http://172.32.0.1/', 'must begin with https: for a public host'],
    ['http://8.8.8.8/', 'must begin with https: for a public host'],
    ['http://localhost.example.com/', 'must begin with https: for a public host'],
    ['ftp://example.org/rates.xml', 'must begin with https:, http: or file:'],
    ['https://ada:secret@example.org/', 'must not hold a name and password'],
    ['file://host/rates.xml', 'does not name a file of this machine'],
    ['rates.xml', 'is not an address'],
  ])('may not be %s', (text, why) => {
    expect(address(text)).toThrow(`EXCHANGE_RATES_URL ${why}`);
    expect(address(text)).not.toThrow('secret@');
  });

  it('is shown without what may be secret', () => {
    expect(shownAddress(new URL('https://example.org:8443/rates?key=secret#x'))).toBe('https://example.org:8443/rates');
    expect(shownAddress(new URL('file:///srv/rates.xml'))).toBe('file:///srv/rates.xml');
  });
});

it('is told of in both languages of the admin with the same values', () => {
  const valuesOf = (words: Record<string, string>) => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]));
  expect(valuesOf(russian)).toEqual(valuesOf(english));
});
