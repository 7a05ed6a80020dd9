import { transliterate } from 'transliteration';

import { localeOf } from '../../shared/locales';
import { stemmersFor, type ScriptStemmer } from './stemmers';

/** A word where it stands in a text. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Whether a word is a single letter or digit, which tells nothing where words are set apart by spaces. */
export function isSingleLetter(word: string): boolean {
  return [...word].length === 1 && !unspaced.test(word);
}

/** What a word is found by. */
export interface WordForms {
  /** Small letters without marks, and the stem of that. */
  written: string[];
  /** The same as it sounds, in Latin letters: how a name is found in whatever script it is typed. */
  sounded: string[];
}

/** Marks that may be left out in typing: accents, Arabic and Hebrew vowels. */
const marks = /[\u0300-\u036F\u0591-\u05C7\u064B-\u0652]/gu;

/**
 * Small letters without marks: `Ořešín` and `oresin`, `перелёт` and `перелет` are the same. The Cyrillic
 * `й` stays a letter of its own, since endings depend on it.
 */
export function fold(text: string): string {
  const bare = text.toLowerCase().replaceAll('’', '\'').normalize('NFD').replaceAll('и\u0306', 'й').replaceAll(marks, '');
  return /[^\p{ASCII}\p{Script=Cyrillic}]/u.test(bare) && /\p{Script=Latin}/u.test(bare) ? transliterate(bare) : bare;
}

/** A folded word without the English genitive. */
function bare(word: string): string {
  return fold(word).replace(/'s?$/, '');
}

/** Letters and digits without a gap: a word, where words are set apart. The platform's segmenter takes six times as long. */
const run = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Ways of writing one sound, in the order in which they are levelled. */
const sounds: [RegExp, string][] = [
  [/shch|sch/g, 'sh'],
  [/kh/g, 'h'],
  [/zh/g, 'z'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ck|c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/[jy]/g, 'i'],
  [/ei|ie/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];

/** Shorter stems sound like abbreviations in other languages: that of "dying" like «ДИ». */
const SHORTEST_HEARD = 3;

/** A folded word as it sounds, roughly: `вендландт` and `wendlandt` are the same, and so are `лив` and `liv`. */
export function sound(word: string): string {
  return sounds.reduce((heard, [spelling, one]) => heard.replaceAll(spelling, one), transliterate(word).toLowerCase());
}

/** Takes the texts of a locale apart into words, and words into what they are found by. */
export class WordReader {
  readonly #segmenter: Intl.Segmenter;
  readonly #stemmers: ScriptStemmer[];
  readonly #stopWords: Set<string>;
  /** The words of the texts are far fewer than their occurrences. Queries do not add to it. */
  readonly #known = new Map<string, WordForms>();

  private constructor(locale: string, stemmers: ScriptStemmer[]) {
    this.#segmenter = new Intl.Segmenter(localeOf(locale).intl, { granularity: 'word' });
    this.#stemmers = stemmers;
    this.#stopWords = new Set(stemmers.flatMap(({ stopWords }) => stopWords.map(bare)));
  }

  static async for(locale: string): Promise<WordReader> {
    return new WordReader(locale, await stemmersFor(locale));
  }

  words(text: string): Word[] {
    return [...text.matchAll(run)].flatMap(({ 0: word, index }) => {
      if (!unspaced.test(word)) return [{ text: word, start: index, end: index + word.length }];
      return [...this.#segmenter.segment(word)].map(({ segment, index: within }) => ({ text: segment, start: index + within, end: index + within + segment.length }));
    });
  }

  forms(word: string): WordForms {
    return this.#known.get(word) ?? this.#formsOf(word);
  }

  /** The forms of a word that stands in the texts, kept for the next time. */
  learn(word: string): WordForms {
    const forms = this.forms(word);
    this.#known.set(word, forms);
    return forms;
  }

  /** Whether a word tells nothing of what a text is about, such as "of" and "the". */
  isStopWord(word: string): boolean {
    return this.#stopWords.has(bare(word));
  }

  #formsOf(word: string): WordForms {
    const folded = bare(word);
    const stem = this.#stemmers.find(({ letters }) => letters.test(folded))?.stem(folded) ?? folded;
    const written = [...new Set([folded, stem])];
    const heard = written.filter(form => form === folded || form.length >= SHORTEST_HEARD);
    return { written, sounded: [...new Set(heard.map(sound))] };
  }
}
