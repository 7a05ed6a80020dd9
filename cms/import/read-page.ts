import { accountFor } from './account.ts';
import { compose } from './compose/compose.ts';
import type { PageDraft } from './compose/page-draft.ts';
import { exitCodes, ImportError } from './errors.ts';
import { emptyNotes, type Notes } from './notes.ts';
import { findArticle } from './read/find-article.ts';
import { flatten } from './read/flatten.ts';
import type { PageFile } from './read/page-file.ts';
import { parsePage } from './read/parse.ts';
import type { Icon, Unit } from './read/units.ts';

/** A page, read as far as it can be without the CMS. */
export interface ReadPage {
  draft: PageDraft;
  units: Unit[];
  icons: Icon[];
  notes: Notes;
}

/**
 * Reads a page into a draft.
 *
 * Words that no stage accounted for are noted as unplaced at the end, so that nothing is dropped in silence.
 *
 * @throws ImportError when the page has no title, no text, broken front matter or no end of nesting
 */
export function readPage(page: Pick<PageFile, 'kind' | 'text'>, locale: string): ReadPage {
  try {
    return read(page, locale);
  } catch (error) {
    if (!(error instanceof RangeError && error.message.includes('call stack'))) throw error;
    throw new ImportError('The page cannot be read: thousands of its elements stand inside one another. Save the article alone, or its text as Markdown.', exitCodes.usage);
  }
}

function read(page: Pick<PageFile, 'kind' | 'text'>, locale: string): ReadPage {
  const around = emptyNotes();
  const article = findArticle(parsePage(page), around);
  const notes = emptyNotes();
  const { units, icons } = flatten(article.content, notes);
  const draft = compose(article, units, locale, notes);
  const lost = accountFor(article.content, draft, notes);
  return {
    draft,
    units,
    icons,
    notes: {
      leftOut: [...around.leftOut, ...notes.leftOut],
      unplaced: [...around.unplaced, ...notes.unplaced, ...lost],
      guesses: notes.guesses,
    },
  };
}
