import { continentNames, countryFinder, type NamedCountry } from '../countries.ts';
import { sumReader, type Sum } from '../money.ts';
import type { Notes } from '../notes.ts';

/** What the composing stages share: the page's language and the notes. */
export interface Context {
  locale: string;
  notes: Notes;
  findCountry: (text: string) => NamedCountry | null;
  readSums: (text: string) => Sum[];
  continents: Set<string>;
}

export function contextOf(locale: string, notes: Notes): Context {
  return { locale, notes, findCountry: countryFinder(locale), readSums: sumReader(locale), continents: continentNames(locale) };
}
