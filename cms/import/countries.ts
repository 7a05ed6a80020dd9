import countries from 'i18n-iso-countries';

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Parts of the world by their UN codes, so that "in Europe" is not taken for a city. */
const continents = ['002', '009', '019', '142', '150', '003', '005', '419'];

/** A country as a text names it. */
export interface NamedCountry {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** Where the name stands in the text. */
  index: number;
  length: number;
}

/** Makes a finder of country names for a language and English: registered and common names, by whole words. */
export function countryFinder(locale: string) {
  const names = new Map<string, string>();
  for (const language of new Set([locale, 'en'])) addNames(names, language);

  return function find(text: string): NamedCountry | null {
    const tokens = [...text.matchAll(/[\p{L}\p{N}.’'-]*[\p{L}\p{N}]/gu)];
    for (let size = 6; size > 0; size -= 1) {
      for (let start = 0; start + size <= tokens.length; start += 1) {
        const first = tokens[start];
        const last = tokens[start + size - 1];
        if (!first || !last || !/^\p{Lu}/u.test(first[0])) continue;
        const end = last.index + last[0].length;
        const code = names.get(fold(text.slice(first.index, end)));
        if (code) return { code, index: first.index, length: end - first.index };
      }
    }
    return null;
  };
}

/** Names of the parts of the world in a language and English. */
export function continentNames(locale: string): Set<string> {
  return new Set([locale, 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return continents.map(code => names.of(code) ?? '');
  }));
}

function addNames(names: Map<string, string>, language: string): void {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  if (countries.getSupportedLanguages().includes(language)) {
    countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
  }
  const registered = countries.getNames(language, { select: 'all' });
  for (const code of Object.keys(countries.getAlpha2Codes())) {
    for (const name of [display.of(code) ?? '', ...(registered[code] ?? [])]) add(names, fold(name), code);
  }
}

/** A name that two countries share names none. */
function add(names: Map<string, string>, name: string, code: string): void {
  if (name === '') return;
  const known = names.get(name);
  names.set(name, known === undefined || known === code ? code : '');
}

/** Case and, in Cyrillic, endings do not count: "в Турции" names "Турция". */
function fold(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').replace(/([а-яё]{3,}?)[аеёиоуыэюяйь]+(?=$|[\s-])/gu, '$1');
}
