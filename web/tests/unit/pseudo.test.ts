import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { localeCodes } from '../../shared/locales';
import { pseudoCatalogue, pseudoLocales, pseudoMessage, pseudoText, type Catalogue, type PseudoLocale } from '../pseudo/support/pseudo';

const web = resolve(import.meta.dirname, '../..');
const english: Catalogue = JSON.parse(readFileSync(join(web, 'i18n/locales/en.json'), 'utf8'));

function localeIn(dir: PseudoLocale['dir']): PseudoLocale {
  const locale = pseudoLocales.find(locale => locale.dir === dir);
  if (locale === undefined) throw new Error(`No pseudo-locale runs ${dir}`);
  return locale;
}

const [ltr, rtl] = [localeIn('ltr'), localeIn('rtl')];

describe('a message of a pseudo-locale', () => {
  it('is accented, stretched and bracketed', () => {
    expect(pseudoMessage('Skip to main content', ltr)).toBe('[Šķííþ ţöö ṁååííñ çööñţééñţ]');
  });

  it('keeps places, linked messages and literals', () => {
    expect(pseudoMessage('{sum} at {\'@\'}, see @:cost.title and @.lower:(site.brand)', ltr)).toBe('[{sum} ååţ {\'@\'}, šéééé @:cost.title ååñð @.lower:(site.brand)]');
  });

  it('has the plural forms of its language', () => {
    expect(pseudoMessage('{n} day | {n} days', ltr)).toBe('[{n} ðååý] | [{n} ðååýš]');
    expect(pseudoMessage('{n} day | {n} days', rtl).split(' | ')).toHaveLength(6);
  });

  it('is written from right to left where its language is', () => {
    expect(pseudoMessage('Costs in {currency}', rtl)).toMatch(/^\[[\p{Script=Arab} ]+\{currency\}\]$/u);
  });
});

it('leaves no Latin letter in the words of a catalogue as it was', () => {
  const words = (catalogue: Catalogue): string[] => Object.values(catalogue).flatMap(value => (typeof value === 'string' ? [value] : words(value)));
  for (const locale of pseudoLocales) {
    const left = words(pseudoCatalogue(english, locale)).filter(message => /[a-z]/i.test(message.replaceAll(/\{\w+\}/g, '')));
    expect(left).toEqual([]);
  }
});

it('stretches a text by about 40 %', () => {
  const text = JSON.stringify(english['home']);
  expect(pseudoText(text, 'ltr').length / text.length).toBeGreaterThan(1.25);
});

it('leaves addresses and citations in a text alone', () => {
  expect(pseudoText('Go to https://a.example/b [@trial-2021] or ask@a.example.', 'ltr')).toBe('Ĝöö ţöö https://a.example/b [@trial-2021] ööŕ ask@a.example.');
});

it('is no part of the site: neither its list, nor a catalogue, nor what was built', () => {
  const codes = pseudoLocales.map(({ code }) => code);
  expect(localeCodes.filter(code => codes.includes(code))).toEqual([]);
  expect(globSync('i18n/locales/*-X?.json', { cwd: web })).toEqual([]);
  const built = globSync('.output/**/*.mjs', { cwd: web, exclude: name => name.includes('node_modules') });
  expect(built.filter(file => codes.some(code => readFileSync(join(web, file), 'utf8').includes(code)))).toEqual([]);
});
