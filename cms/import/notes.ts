/** What the stages set aside on their way, so that the report can account for the whole page. */
export interface Note {
  /** What it is, as `site chrome`, `icon` or `link`. */
  what: string;
  /** Its words, in full. */
  text: string;
  /** Why it has no place in the draft, or where it pointed. */
  why: string;
}

export interface Notes {
  /** Left out on purpose: chrome, icons, what the site computes. */
  leftOut: Note[];
  /** Content that found no place. */
  unplaced: Note[];
  /** Readings that a person should confirm. */
  guesses: string[];
}

export function emptyNotes(): Notes {
  return { leftOut: [], unplaced: [], guesses: [] };
}
