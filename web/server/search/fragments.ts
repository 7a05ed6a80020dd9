import type { MarkedText } from '../../shared/views/search';
import { isSingleLetter, type Word, type WordReader } from './words';

const LENGTH = 220;

/** A text with its words marked that a search found, by the terms of the index. */
export function markWords(text: string, terms: Set<string>, reader: WordReader): MarkedText[] {
  const pieces: MarkedText[] = [];
  let end = 0;
  for (const word of reader.words(text).filter(one => isFound(one, terms, reader))) {
    if (word.start > end) pieces.push({ text: text.slice(end, word.start), marked: false });
    pieces.push({ text: word.text, marked: true });
    end = word.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/**
 * The place in a document that shows best why it was found: the passage with the most different words
 * of the query, cut to a few lines around them; its first passage where only the title has them.
 */
export function bestFragment(passages: string[], terms: Set<string>, reader: WordReader): MarkedText[] {
  let best = cut(passages[0] ?? '', 0, reader);
  let most = 0;
  for (const passage of passages) {
    const { count, start } = densest(reader.words(passage).filter(word => isFound(word, terms, reader)), reader);
    if (count > most) {
      most = count;
      best = cut(passage, start, reader);
    }
  }
  return markWords(best, terms, reader);
}

/** Where, within the length of a fragment, the most different words stand. */
function densest(words: Word[], reader: WordReader): { count: number; start: number } {
  let densestSoFar = { count: 0, start: 0 };
  words.forEach((first, place) => {
    const within = words.slice(place).filter(word => word.end - first.start <= LENGTH);
    const count = new Set(within.map(word => reader.forms(word.text).written.at(-1))).size;
    if (count > densestSoFar.count) densestSoFar = { count, start: first.start };
  });
  return densestSoFar;
}

/** About `LENGTH` characters of a text around a place, in whole words, with an ellipsis where it is cut. */
function cut(text: string, place: number, reader: WordReader): string {
  if (text.length <= LENGTH) return text;
  const words = reader.words(text);
  const wished = Math.max(0, Math.min(place - LENGTH / 4, text.length - LENGTH));
  const start = wished === 0 ? 0 : (words.find(word => word.start >= wished)?.start ?? 0);
  const end = start + LENGTH >= text.length ? text.length : (words.findLast(word => word.end <= start + LENGTH)?.end ?? text.length);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

function isFound(word: Word, terms: Set<string>, reader: WordReader): boolean {
  if (isSingleLetter(word.text) || reader.isStopWord(word.text)) return false;
  const { written, sounded } = reader.forms(word.text);
  return [...written, ...sounded].some(form => terms.has(form));
}
