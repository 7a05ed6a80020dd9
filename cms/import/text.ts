/** Small helpers on plain text that every stage shares. */

/** Joins white space, so that texts compare whatever their line breaks were. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a text, numbers included, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Cuts a text after the last whole sentence that fits, and gives back both halves; the first is empty if no sentence fits. */
export function splitSentences(text: string, limit: number, locale: string): [string, string] {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    if (index + segment.trimEnd().length > limit) break;
    end = index + segment.length;
  }
  return [text.slice(0, end).trim(), text.slice(end).trim()];
}

/** Cuts a text after the last whole word that fits, and gives back both halves. */
export function splitWords(text: string, limit: number): [string, string] {
  if (text.length <= limit) return [text, ''];
  const space = text.lastIndexOf(' ', limit);
  const end = space > 0 ? space : limit;
  return [text.slice(0, end).trim(), text.slice(end).trim()];
}

/** The beginning of a text, in whole words, where it is longer than the limit. */
export function excerpt(text: string, limit: number): string {
  const [start, rest] = splitWords(text, limit);
  return rest === '' ? start : `${start.replace(/[\s,;:–—-]+$/u, '')}…`;
}
