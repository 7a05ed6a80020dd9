import type { DocumentPage } from './page';

/** One language of a sheet. */
export interface SheetLanguage {
  locale: string;
  /** The name of the treatment in it. */
  name: string;
}

/** A sheet of questions to ask a clinic; its path is that of the sheet, `treatmentPath` leads to the treatment. */
export interface QuestionSheet extends DocumentPage {
  treatmentPath: string;
  first: SheetLanguage;
  /** Null where the treatment is published in one language only, or the visitor wants no second one. */
  second: SheetLanguage | null;
  /** The sheet with each other language that the treatment is published in, and with none. */
  choices: { locale: string | null; path: string }[];
  /**
   * The questions in the languages of the sheet; `second` is null in all of them where there is no second
   * language, and `first` and `second` follow each other where the versions do not have the same number.
   */
  questions: { first: string | null; second: string | null }[];
  /** Whether each line has the same question in both languages. */
  paired: boolean;
}
