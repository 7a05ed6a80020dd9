/**
 * For whom a view is made: addresses lead into the visitor's `locale`, texts are taken in `words`.
 *
 * Both are the same but on the page of a document that has no version in the visitor's locale:
 * there everything is told in the language of the document.
 */
export interface Reader {
  locale: string;
  words: string;
}

/** The code of the language where it is not the reader's, else null: what a view carries as `lang`. */
export function foreignLanguage(language: string, reader: Reader): string | null {
  return language === reader.words ? null : language;
}
