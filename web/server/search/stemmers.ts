import { localeOf, locales } from '../../shared/locales';

/** Cuts a word down to what its inflected forms share. */
type Stemmer = (word: string) => string;

interface StemmerModule { stemmer: Stemmer }
interface StopWordsModule { stopwords: string[] }

/**
 * Every stemmer that a line of `locales.json` may name, with the words of the language that say nothing,
 * written out so that the bundler finds them.
 *
 * `@orama/stemmers` and `@orama/stopwords` are released with their search engine, one small file per
 * language; the port of all of Snowball, `snowball-stemmers`, is one file of 0.9 MB that was left in 2016.
 */
const modules: Record<string, () => Promise<[StemmerModule, StopWordsModule]>> = {
  arabic: () => Promise.all([import('@orama/stemmers/arabic'), import('@orama/stopwords/arabic')]),
  armenian: () => Promise.all([import('@orama/stemmers/armenian'), import('@orama/stopwords/armenian')]),
  bulgarian: () => Promise.all([import('@orama/stemmers/bulgarian'), import('@orama/stopwords/bulgarian')]),
  danish: () => Promise.all([import('@orama/stemmers/danish'), import('@orama/stopwords/danish')]),
  dutch: () => Promise.all([import('@orama/stemmers/dutch'), import('@orama/stopwords/dutch')]),
  english: () => Promise.all([import('@orama/stemmers/english'), import('@orama/stopwords/english')]),
  finnish: () => Promise.all([import('@orama/stemmers/finnish'), import('@orama/stopwords/finnish')]),
  french: () => Promise.all([import('@orama/stemmers/french'), import('@orama/stopwords/french')]),
  german: () => Promise.all([import('@orama/stemmers/german'), import('@orama/stopwords/german')]),
  greek: () => Promise.all([import('@orama/stemmers/greek'), import('@orama/stopwords/greek')]),
  hungarian: () => Promise.all([import('@orama/stemmers/hungarian'), import('@orama/stopwords/hungarian')]),
  indonesian: () => Promise.all([import('@orama/stemmers/indonesian'), import('@orama/stopwords/indonesian')]),
  irish: () => Promise.all([import('@orama/stemmers/irish'), import('@orama/stopwords/irish')]),
  italian: () => Promise.all([import('@orama/stemmers/italian'), import('@orama/stopwords/italian')]),
  lithuanian: () => Promise.all([import('@orama/stemmers/lithuanian'), import('@orama/stopwords/lithuanian')]),
  nepali: () => Promise.all([import('@orama/stemmers/nepali'), import('@orama/stopwords/nepali')]),
  norwegian: () => Promise.all([import('@orama/stemmers/norwegian'), import('@orama/stopwords/norwegian')]),
  portuguese: () => Promise.all([import('@orama/stemmers/portuguese'), import('@orama/stopwords/portuguese')]),
  romanian: () => Promise.all([import('@orama/stemmers/romanian'), import('@orama/stopwords/romanian')]),
  serbian: () => Promise.all([import('@orama/stemmers/serbian'), import('@orama/stopwords/serbian')]),
  russian: () => Promise.all([import('@orama/stemmers/russian'), import('@orama/stopwords/russian')]),
  spanish: () => Promise.all([import('@orama/stemmers/spanish'), import('@orama/stopwords/spanish')]),
  swedish: () => Promise.all([import('@orama/stemmers/swedish'), import('@orama/stopwords/swedish')]),
  tamil: () => Promise.all([import('@orama/stemmers/tamil'), import('@orama/stopwords/tamil')]),
  turkish: () => Promise.all([import('@orama/stemmers/turkish'), import('@orama/stopwords/turkish')]),
  ukrainian: () => Promise.all([import('@orama/stemmers/ukrainian'), import('@orama/stopwords/ukrainian')]),
};

/** A stemmer with the letters of the words that it is for. */
export interface ScriptStemmer {
  letters: RegExp;
  stem: Stemmer;
  /** Words that tell nothing of a text, such as "of" and "the", in small letters. */
  stopWords: string[];
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
  const [{ stemmer }, { stopwords }] = await module();
  return { letters: new RegExp(`^\\p{Script=${script}}`, 'u'), stem: stemmer, stopWords: stopwords };
}
