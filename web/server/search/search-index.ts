import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';

import type { SearchDocument } from './documents';
import { isSingleLetter, WordReader, type WordForms } from './words';

/*
 * MiniSearch (last release September 2025): prefixes, typing errors and boosts by field in 6 kB, without
 * dependencies, with a say in how each word is taken. Orama can do it too, in four times the size;
 * FlexSearch has no distance between words; Lunr has had no release since 2020.
 */

/** A document that was found, with the terms of the index by which it was. */
export interface Found {
  document: SearchDocument;
  terms: Set<string>;
}

export interface Findings {
  found: Found[];
  /** Whether no document has all the words that matter: then these have most of them. */
  partial: boolean;
}

const boost = { title: 8, names: 6, aliases: 4, headings: 2, summary: 2, text: 1 };
const fields = Object.keys(boost);
const written = fields.filter(field => field !== 'names');

/** More words than that do not make a question clearer, and each costs time. */
const MOST_WORDS = 12;
/** Shorter beginnings would find words of another sense. */
const SHORTEST_PREFIX = 4;
/** What a word of the texts may begin when it has lost its ending: `колено` and `коленный`, but not `глаза` and `Глазго`. */
const SHORTEST_ROOT = 5;
/** What a document must cover of a query, beside the one that covers most, to be shown at all. */
const ENOUGH = 0.55;
/** Lacking "how" and "a" is lacking nothing. */
const ALMOST_ALL = 0.8;
/** What it adds that a word stands in the very form that was typed. */
const AS_TYPED = 0.2;
/** A suggested word has at least so many letters: the short ones resemble everything. */
const SHORTEST_SUGGESTION = 4;
/** Documents that are added before other requests have their turn. */
const CHUNK = 2;

/** In Latin and Cyrillic; of words in other scripts nothing is cut. */
const lastVowel = /[aeiouyаеиоуыэюя]$/;

const exactly: SearchOptions = { tokenize: term => [term], processTerm: term => term, prefix: false, fuzzy: false };

/** The documents of one locale, ready to be looked through. */
export class SearchIndex {
  readonly #engine: MiniSearch<SearchDocument>;
  readonly #documents: Map<string, SearchDocument>;
  /** Words of titles as they are written, by their folded form: what a mistyped word may have been meant to be. */
  readonly #titleWords = new Map<string, string>();
  /** What stands in the texts as whole words, as it is written and as it sounds: all other terms are stems. */
  readonly #wholeWords = new Set<string>();
  readonly reader: WordReader;

  private constructor(reader: WordReader, documents: SearchDocument[]) {
    this.reader = reader;
    this.#documents = new Map();
    this.#engine = new MiniSearch({
      fields,
      tokenize: (text, field) => reader.words(text).flatMap(word => this.#learn(word.text, field)),
      processTerm: term => term,
      extractField: (document, field) => textOf(document, field),
    });
    for (const document of documents) this.#note(document);
  }

  /** Builds an index without holding up other requests for long. */
  static async build(locale: string, documents: SearchDocument[]): Promise<SearchIndex> {
    const index = new SearchIndex(await WordReader.for(locale), documents);
    // Not as they were given: what was moved from page to page while it was read may have come twice.
    await index.#engine.addAllAsync(index.documents, { chunkSize: CHUNK });
    return index;
  }

  /**
   * Puts the present documents in the place of those that came from one entry of the CMS.
   *
   * @param entryId a document has it for its id, or begins with it and a space.
   */
  replace(entryId: string, documents: SearchDocument[]): void {
    for (const id of [...this.#documents.keys()].filter(each => each === entryId || each.startsWith(`${entryId} `))) {
      this.#documents.delete(id);
      this.#engine.discard(id);
    }
    for (const document of documents) this.#note(document);
    this.#engine.addAll(documents);
  }

  get documents(): SearchDocument[] {
    return [...this.#documents.values()];
  }

  /** What the words of a query find, the best first. */
  search(query: string): Findings {
    const words = this.#wordsOf(query);
    const results = this.#engine.search({ combineWith: 'OR', queries: words.map(({ query: one }) => one) }, { ...exactly, boost });
    const weighed = results.map((result) => {
      const covered = coverage(words, result);
      // Squared, so that a title with the lesser words does not outdo a text with all of them.
      return { result, covered, score: result.score * covered ** 2 };
    });
    const most = weighed.reduce((best, { covered }) => Math.max(best, covered), 0);
    const found = weighed.filter(({ covered }) => covered >= ENOUGH * most).toSorted((one, other) => other.score - one.score);
    return { found: found.flatMap(({ result }) => this.#foundIn(result)), partial: most > 0 && most < ALMOST_ALL };
  }

  /** The query with words that nothing is known of replaced by words of titles; null where there are none like them. */
  suggest(query: string): string | null {
    let suggestion = query;
    for (const { text, start, end } of this.reader.words(query).toReversed()) {
      const forms = this.reader.forms(text);
      if (text.length < SHORTEST_SUGGESTION || this.#share(forms) > 0) continue;
      const near = this.#engine.autoSuggest(forms.written[0] ?? '', { ...exactly, fields: ['title'], fuzzy: 0.4, maxFuzzy: 4 });
      const word = near.map(({ suggestion: term }) => this.#titleWords.get(term)).find(known => known !== undefined && known.length >= SHORTEST_SUGGESTION);
      if (word !== undefined) suggestion = suggestion.slice(0, start) + word + suggestion.slice(end);
    }
    return suggestion === query || this.search(suggestion).found.length === 0 ? null : suggestion;
  }

  #note(document: SearchDocument): void {
    this.#documents.set(document.id, document);
    for (const word of this.reader.words(document.title)) {
      const [folded] = this.reader.forms(word.text).written;
      if (folded !== undefined) this.#titleWords.set(folded, word.text.toLowerCase());
    }
  }

  #learn(word: string, field = ''): string[] {
    const forms = this.reader.learn(word);
    for (const [whole] of [forms.written, forms.sounded]) if (whole !== undefined) this.#wholeWords.add(whole);
    return termsOf(forms, field);
  }

  #wordsOf(query: string): QueryWord[] {
    const distinct = new Map(this.#tellingWords(query).map(text => [this.reader.forms(text).written.join(' '), text]));
    return [...distinct.values()].slice(0, MOST_WORDS).map((text) => {
      const forms = this.reader.forms(text);
      const share = this.#share(forms);
      // A word that stands nowhere tells as much as one that stands in a single document.
      const weight = Math.log(1 + 1 / Math.max(share, 1 / this.#documents.size));
      return { ...(share > 0 ? knownWord(forms) : unknownWord(forms, this.#wholeWords)), weight };
    });
  }

  /** The words of a query without single letters, and without stop words unless there are no others. */
  #tellingWords(query: string): string[] {
    const words = this.reader.words(query).map(({ text }) => text).filter(text => !isSingleLetter(text));
    const telling = words.filter(text => !this.reader.isStopWord(text));
    return telling.length > 0 ? telling : words;
  }

  /** The share of the documents in which a word stands. */
  #share({ written: terms, sounded }: WordForms): number {
    const results = this.#engine.search({
      combineWith: 'OR',
      queries: [{ queries: terms, fields: written }, { queries: sounded, fields: ['names'] }],
    }, exactly);
    return results.length / Math.max(1, this.#documents.size);
  }

  #foundIn({ id, terms }: SearchResult): Found[] {
    const document = this.#documents.get(String(id));
    return document === undefined ? [] : [{ document, terms: new Set(terms) }];
  }
}

/** A word of a query. Its weight is greater the fewer documents have it. */
interface QueryWord {
  query: Query;
  terms: Set<string>;
  weight: number;
}

/** How much of the weight of a query's words a document has. */
function coverage(words: QueryWord[], { queryTerms }: SearchResult): number {
  const weightOf = (some: QueryWord[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  return weightOf(words.filter(({ terms }) => queryTerms.some(term => terms.has(term)))) / weightOf(words);
}

/** How the engine is asked for a word, and the terms by which its answers tell that they have it. */
type Asked = Pick<QueryWord, 'query' | 'terms'>;

/**
 * Asks for a word that a text has: as it is written, as it sounds, and by its stem, whatever form it
 * has. Far behind come the words that begin with it without its ending.
 */
function knownWord({ written: terms, sounded }: WordForms): Asked {
  const root = (terms[0] ?? '').replace(lastVowel, '');
  return {
    query: {
      combineWith: 'OR',
      queries: [
        { queries: terms.slice(-1), fields: written },
        { queries: terms.slice(0, -1), fields: written, boostTerm: () => AS_TYPED },
        { queries: sounded, fields: ['names'] },
        ...(root.length < SHORTEST_ROOT ? [] : [{ queries: [root], fields: written, prefix: true, weights: { prefix: 0.1, fuzzy: 0 } }]),
      ],
    },
    terms: new Set([...terms, ...sounded, root]),
  };
}

/**
 * Asks for a word that no text has: it may be mistyped, or not typed to its end. Stems do without, the
 * word's own and those of the index: what they begin and resemble is mostly something else.
 */
function unknownWord({ written: [word = ''], sounded: [sound = ''] }: WordForms, wholeWords: Set<string>): Asked {
  const tolerant = (typed: string): SearchOptions => ({
    prefix: typed.length >= SHORTEST_PREFIX,
    fuzzy: mistakesIn(typed),
    weights: { prefix: 0.4, fuzzy: 0.4 },
    // Zero leaves a term out.
    boostDocument: (_id, term) => (term.startsWith(typed) || wholeWords.has(term) ? 1 : 0),
  });
  return {
    query: {
      combineWith: 'OR',
      queries: [{ ...tolerant(word), queries: [word], fields: written }, { ...tolerant(sound), queries: [sound], fields: ['names'] }],
    },
    terms: new Set([word, sound]),
  };
}

/** How many letters of a word may be wrong. */
function mistakesIn({ length }: string): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** Running text is found by stems alone, which halves the index; beginnings of whole words are looked for in the rest. */
function termsOf({ written: terms, sounded }: WordForms, field = ''): string[] {
  if (field === 'names') return sounded;
  return field === 'text' ? terms.slice(-1) : terms;
}

function textOf(document: SearchDocument, field: string): string {
  switch (field) {
    case 'title':
      return document.title;
    case 'aliases':
      return document.aliases.join('\n');
    case 'names':
      return document.names.join('\n');
    case 'headings':
      return document.headings.join('\n');
    case 'summary':
      return document.passages[0] ?? '';
    case 'text':
      return document.passages.slice(1).join('\n');
    default:
      return document.id;
  }
}
