import { expect, test } from 'vitest';

import { toCsv } from '../../server/content/cost-file';
import { costRow } from './entries';

const context = { locale: 'ru', currency: 'USD', rateDates: new Map([['EUR', '2026-11-01'], ['USD', '2026-10-20']]) };
const lines = (text: string) => text.slice(1).split('\r\n');

test('a file of prices begins with a byte order mark and a line in the locale, and ends its lines as RFC 4180 says', () => {
  const text = toCsv([costRow({})], context);
  expect(text.startsWith('\uFEFFЛечение,Страна,Код страны,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(lines(text)).toHaveLength(3);
});

test('original and converted sums stand apart as bare numbers, with the older day of the two rates', () => {
  const [, line = ''] = lines(toCsv([costRow({ original: { from: 14_600, to: 17_900, currency: 'EUR' }, converted: { from: 16_900, to: null, currency: 'USD' } })], context));
  expect(line).toContain('14600,17900,EUR,16900,,2026-10-20,2026-06-01,');
});

test('a name with a comma, a quotation mark or a line break stays one field', () => {
  const source = { label: 'A "list", of\nprices', lang: 'en', href: 'https://prices.example/a,b', fictitious: false };
  expect(toCsv([costRow({ source })], context)).toContain('"A ""list"", of\nprices","https://prices.example/a,b"\r\n');
});

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])('a name that a spreadsheet would run is disarmed: %j', (label) => {
  const clinic = { documentId: 'clinic', path: '/ru/clinics/a', label, lang: null };
  const field = /DE,("?)'/.exec(toCsv([costRow({ clinic, country: 'DE' })], context));
  expect(field).not.toBeNull();
});
