import { sectionPath, termId } from '../../../shared/paths';
import type { Mark, TermRun, TermView, TextRun } from '../../../shared/views/rich-text';
import { findAll } from '../../cms/client';
import { WordReader, type Word } from '../../search/words';
import { withoutCitations } from './citations';

/** A term of the glossary as it is looked for. */
export interface GlossaryEntry {
  slug: string;
  term: string;
  definition: string;
}

/** One way of writing a term: each of its words, or an abbreviation that is written in no other way. */
interface Name {
  entry: GlossaryEntry;
  words: string[];
  abbreviation: boolean;
}

/** What may stand between the words of a term. */
const gap = /^[\s,\-‐‑–]+$/;

/** "MS", but not "Ms", and not a word that begins a sentence. */
const abbreviated = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}-]+$/u;

const capital = /\p{Lu}/u;

const none: Name[] = [];

/** What an inflected form adds to an abbreviation: `MSCs`, `ПИТРСами`. */
const LONGEST_ENDING = 3;
const ending = /^\p{Ll}{0,3}$/u;

/** Endings of other words on the same stem: "condition" is not "conditioning", nor "revised" a "revision". */
const derived = /^(?:ing|ed|ion)$/;

/** Marks, in the texts of one page and one language, the first use of each term of the glossary. */
export class Terms {
  readonly #reader: WordReader;
  readonly #locale: string;
  /** Names by the stem of their first word, and abbreviations by their letters: a long text is held against few of them at each word. */
  readonly #byStem = new Map<string, Name[]>();
  readonly #byLetters = new Map<string, Name[]>();
  readonly #stems = new Map<string, string>();
  readonly #used = new Map<GlossaryEntry, TermView>();

  /** @param entries the glossary of the locale. */
  constructor(locale: string, entries: GlossaryEntry[], reader: WordReader) {
    this.#reader = reader;
    this.#locale = locale;
    for (const name of entries.flatMap(entry => namesOf(entry, reader))) {
      const [first = ''] = name.words;
      const [index, key] = name.abbreviation ? [this.#byLetters, first] : [this.#byStem, this.#stemOf(first)];
      index.set(key, [...index.get(key) ?? [], name]);
    }
  }

  /** The text in runs, the terms that are met for the first time marked. */
  mark(text: string, marks: Mark[]): (TextRun | TermRun)[] {
    const words = this.#reader.words(text);
    const runs: (TextRun | TermRun)[] = [];
    let end = 0;
    let place = 0;
    while (place < words.length) {
      const name = this.#candidatesAt(words[place]).find(candidate => this.#standsAt(candidate, words, place, text));
      const [first, last] = [words[place], words[place + (name?.words.length ?? 1) - 1]];
      place += name?.words.length ?? 1;
      // A term that was met before is passed as a whole: no shorter one is marked inside it.
      if (name === undefined || first === undefined || last === undefined || this.#used.has(name.entry)) continue;
      if (first.start > end) runs.push({ kind: 'text', text: text.slice(end, first.start), marks });
      runs.push({ kind: 'term', id: this.#use(name.entry).id, text: text.slice(first.start, last.end), marks });
      end = last.end;
    }
    if (end < text.length) runs.push({ kind: 'text', text: text.slice(end), marks });
    return runs;
  }

  /** The terms that were marked so far, in order. */
  get used(): TermView[] {
    return [...this.#used.values()];
  }

  #use(entry: GlossaryEntry): TermView {
    const view = {
      id: `define-${this.#locale}-${entry.slug}`,
      term: entry.term,
      definition: withoutCitations(entry.definition),
      path: `${sectionPath('glossary', this.#locale)}#${termId(entry.slug)}`,
      lang: this.#locale,
    };
    this.#used.set(entry, view);
    return view;
  }

  /** What may begin with a word, the longest first. */
  #candidatesAt(word: Word | undefined): Name[] {
    const text = word?.text ?? '';
    const names = this.#byStem.get(this.#stemOf(text)) ?? none;
    // Most words of a text begin no term, and are no abbreviation.
    if (!capital.test(text)) return names === none ? none : longestFirst(names);
    const abbreviations = Array.from({ length: Math.min(LONGEST_ENDING + 1, text.length) }, (_, ending) => this.#byLetters.get(text.slice(0, text.length - ending)) ?? none);
    return longestFirst([...names, ...abbreviations.flat()]);
  }

  /** What all forms of a word share. */
  #stemOf(word: string): string {
    const known = this.#stems.get(word) ?? steady(this.#reader.learn(word).written.at(-1));
    this.#stems.set(word, known);
    return known;
  }

  #standsAt(name: Name, words: Word[], place: number, text: string): boolean {
    return name.words.every((word, index) => {
      const met = words[place + index];
      if (met === undefined) return false;
      const before = words[place + index - 1];
      if (index > 0 && before !== undefined && !gap.test(text.slice(before.end, met.start))) return false;
      return name.abbreviation ? met.text.startsWith(word) && ending.test(met.text.slice(word.length)) : this.#isForm(met.text, word);
    });
  }

  /** Whether two words are forms of one. */
  #isForm(one: string, other: string): boolean {
    const [first, second] = [this.#reader.forms(one).written, this.#reader.forms(other).written];
    const [left = '', right = ''] = [first[0], second[0]];
    if (left === right) return true;
    if (steady(first.at(-1)) !== steady(second.at(-1))) return false;
    let shared = 0;
    while (left[shared] === right[shared]) shared += 1;
    return [left, right].map(word => word.slice(shared)).every(rest => rest.length <= 3 && !derived.test(rest));
  }
}

/** One for each locale: what it learns of a word on one page it knows on the next. */
const readers = new Map<string, Promise<WordReader>>();

function readerFor(locale: string): Promise<WordReader> {
  const reader = readers.get(locale) ?? WordReader.for(locale);
  readers.set(locale, reader);
  return reader;
}

function longestFirst(names: Name[]): Name[] {
  return names.toSorted((one, other) => other.words.length - one.words.length);
}

/** The terms of a locale's glossary, to be marked in the texts of one page. */
export async function findTerms(locale: string): Promise<Terms> {
  const [rows, reader] = await Promise.all([
    findAll('glossary-term', { fields: ['slug', 'term', 'definition'], locale }),
    readerFor(locale),
  ]);
  return new Terms(locale, rows, reader);
}

/** `Expanded Disability Status Scale (EDSS)` is written in full, or as what stands in brackets. */
function namesOf(entry: GlossaryEntry, reader: WordReader): Name[] {
  const [, full = entry.term, short] = /^(.*?)\s*\(([^()]+)\)$/.exec(entry.term) ?? [];
  return [full, short].flatMap((written): Name[] => {
    const words = reader.words(written ?? '').map(({ text }) => text);
    return words.length === 0 ? [] : [{ entry, words, abbreviation: abbreviated.test(written ?? '') }];
  });
}

/** A Russian stem without the vowel that comes and goes before its last consonant: `клетк`, `клеток`. */
function steady(stem = ''): string {
  return stem.replace(/[ое](?=[бвгджзклмнпрстфхцчшщ]$)/, '');
}
