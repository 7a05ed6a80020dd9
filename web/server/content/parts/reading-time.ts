import { localeOf } from '../../../shared/locales';
import { withoutCitations } from './citations';

/** Keys of fields that hold words a reader reads; addresses, kinds and ids are not counted. */
const read = new Set(['text', 'title', 'summary', 'claim', 'outcome', 'contrary', 'note', 'question', 'caption', 'description']);

/** Letters and digits in the words of raw content of any shape. */
function countLetters(content: unknown): number {
  if (Array.isArray(content)) return content.reduce<number>((sum, item) => sum + countLetters(item), 0);
  if (typeof content !== 'object' || content === null) return 0;
  return Object.entries(content).reduce((sum, [key, value]) => {
    if (typeof value !== 'string') return sum + countLetters(value);
    return read.has(key) ? sum + (withoutCitations(value).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : sum;
  }, 0);
}

/** Whole minutes that a reader of the locale needs, one at least. */
export function readingMinutes(content: unknown, locale: string): number {
  return Math.max(1, Math.round(countLetters(content) / localeOf(locale).lettersPerMinute));
}
