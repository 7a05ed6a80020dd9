/**
 * For whom a view is made: addresses lead into the visitor's `locale`, texts are taken in `words`.
 *
 * Both are the same but for what is told within words of another language: on the page of a document
 * that has no version in the visitor's locale, and in a part of an article that is shown in its source's.
 */
export interface Reader {
  locale: string;
  words: string;
}

/** The code of the language where it is not the reader's, else null: what a view carries as `lang`. */
export function foreignLanguage(language: string, reader: Reader): string | null {
  return language === reader.words ? null : language;
}
