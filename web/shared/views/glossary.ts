import type { LanguageLink } from './page';

interface GlossaryTermView {
  documentId: string;
  /** Its anchor on the page. */
  id: string;
  term: string;
  definition: string;
  /** Names that are met for it and that this site does not use. */
  avoided: string[];
}

/** The terms that have a version in the locale, in its alphabet's order. */
export interface GlossaryView {
  terms: GlossaryTermView[];
  languages: LanguageLink[];
}
