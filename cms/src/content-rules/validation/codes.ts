import { isValid as isCountry } from 'i18n-iso-countries';

import { isSiteLocale, siteLocales } from '../locales';
import { eachText, type NodeRule } from './subject';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether something is a code of ISO 4217. */
export const isCurrency = (code: string): boolean => currencies.has(code);

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const list = (value: string): string[] => value.split(',').map(entry => entry.trim());

/** ISO 3166-1 codes of two letters. */
export const countries = (...names: string[]): NodeRule =>
  eachText(names, value => (isCountry(value) && value.length === 2 ? null : words => words.codes.country(value)));

/** ISO 4217 codes. */
export const currencyCodes = (...names: string[]): NodeRule =>
  eachText(names, value => (isCurrency(value) ? null : words => words.codes.currency(value)));

/** The currency that all rates are of. */
export const onlyEuro = (name: string): NodeRule =>
  eachText([name], value => (value === 'EUR' ? null : words => words.codes.onlyEuro(value)));

/** ISO 639 codes, one or several with commas between. */
export const languages = (...names: string[]): NodeRule =>
  eachText(names, (value) => {
    const unknown = list(value).filter(code => !languageNames.of(code));
    return unknown.length === 0 ? null : words => words.codes.language(unknown.join(', '));
  });

/** Names of the IANA database. */
export const timeZones = (...names: string[]): NodeRule =>
  eachText(names, value => (isTimeZone(value) ? null : words => words.codes.timeZone(value)));

/** Locales of the site, one or several with commas between. */
export const knownLocales = (...names: string[]): NodeRule =>
  eachText(names, (value) => {
    const unknown = list(value).filter(code => !isSiteLocale(code));
    const known = siteLocales().map(({ code }) => code);
    return unknown.length === 0 ? null : words => words.codes.locale(unknown.join(', '), known.join(', '));
  });

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
