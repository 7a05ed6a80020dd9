import { localeOf, locales } from '../../shared/locales';

/** Cuts a word down to what its inflected forms share. */
type Stemmer = (word: string) => string;

interface StemmerModule { stemmer: Stemmer }

/**
 * Every stemmer that a line of `locales.json` may name, written out so that the bundler finds them.
 *
 * `@orama/stemmers` is released with its search engine, one small file per language; the port
 * of all of Snowball, `snowball-stemmers`, is one file of 0.9 MB that was left in 2016.
 */
const modules: Record<string, () => Promise<StemmerModule>> = {
  arabic: () => import('@orama/stemmers/arabic'),
  armenian: () => import('@orama/stemmers/armenian'),
  bulgarian: () => import('@orama/stemmers/bulgarian'),
  danish: () => import('@orama/stemmers/danish'),
  dutch: () => import('@orama/stemmers/dutch'),
  english: () => import('@orama/stemmers/english'),
  finnish: () => import('@orama/stemmers/finnish'),
  french: () => import('@orama/stemmers/french'),
  german: () => import('@orama/stemmers/german'),
  greek: () => import('@orama/stemmers/greek'),
  hungarian: () => import('@orama/stemmers/hungarian'),
  indonesian: () => import('@orama/stemmers/indonesian'),
  irish: () => import('@orama/stemmers/irish'),
  italian: () => import('@orama/stemmers/italian'),
  lithuanian: () => import('@orama/stemmers/lithuanian'),
  nepali: () => import('@orama/stemmers/nepali'),
  norwegian: () => import('@orama/stemmers/norwegian'),
  portuguese: () => import('@orama/stemmers/portuguese'),
  romanian: () => import('@orama/stemmers/romanian'),
  serbian: () => import('@orama/stemmers/serbian'),
  russian: () => import('@orama/stemmers/russian'),
  spanish: () => import('@orama/stemmers/spanish'),
  swedish: () => import('@orama/stemmers/swedish'),
  tamil: () => import('@orama/stemmers/tamil'),
  turkish: () => import('@orama/stemmers/turkish'),
  ukrainian: () => import('@orama/stemmers/ukrainian'),
};

/** A stemmer with the letters of the words that it is for. */
export interface ScriptStemmer {
  letters: RegExp;
  stem: Stemmer;
}

/**
 * Stemmers for the words of a locale's texts: its own first, then those of the site's other locales for
 * words in other letters, such as a Latin name in a Russian text. A locale without one works unstemmed.
 *
 * @throws where the list names a stemmer that there is not.
 */
export async function stemmersFor(locale: string): Promise<ScriptStemmer[]> {
  const own = localeOf(locale);
  const others = locales.filter(({ code, script }) => code !== locale && script !== own.script);
  return Promise.all([own, ...others].flatMap(({ stemmer, script }) => (stemmer === null ? [] : [load(stemmer, script)])));
}

async function load(name: string, script: string): Promise<ScriptStemmer> {
  const module = modules[name];
  if (module === undefined) throw new Error(`locales.json names a stemmer that there is not: ${name}`);
  return { letters: new RegExp(`^\\p{Script=${script}}`, 'u'), stem: (await module()).stemmer };
}
