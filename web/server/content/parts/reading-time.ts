import { localeOf } from '../../../shared/locales';
import { withoutCitations } from './citations';

/** Keys of fields that hold words a reader reads; addresses, kinds and ids are not counted. */
const read = new Set(['text', 'title', 'claim', 'outcome', 'contrary', 'question']);

/** What stands behind a link is not part of the text. */
const elsewhere = new Set(['source', 'contrarySource']);

/** Letters and digits in the words of raw content of any shape. */
function countLetters(content: unknown): number {
  if (Array.isArray(content)) return content.reduce<number>((sum, item) => sum + countLetters(item), 0);
  if (typeof content !== 'object' || content === null) return 0;
  return Object.entries(content).reduce((sum, [key, value]) => {
    if (elsewhere.has(key)) return sum;
    if (typeof value !== 'string') return sum + countLetters(value);
    return read.has(key) ? sum + (withoutCitations(value).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : sum;
  }, 0);
}

/** The blocks that are read from end to end; a card asks for these alone, and must come to the same time as the page. */
const running = new Set(['block.text', 'block.callout', 'block.list', 'evidence.claim', 'block.faq']);

/** Whole minutes that a reader of the locale needs for an article, one at least. */
export function readingMinutes(body: { __component: string }[], keyTakeaways: unknown, locale: string): number {
  const letters = countLetters([body.filter(block => running.has(block.__component)), keyTakeaways]);
  return Math.max(1, Math.round(letters / localeOf(locale).lettersPerMinute));
}
