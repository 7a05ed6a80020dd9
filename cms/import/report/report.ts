import { citedKeys } from '../citations.ts';
import { planned } from '../cms/outstanding.ts';
import { counted, type Finding } from '../findings/finding.ts';
import { findingsOf } from '../findings/findings.ts';
import type { PageLocale } from '../locales.ts';
import type { Note } from '../notes.ts';
import type { PictureFiles } from '../pictures.ts';
import type { ReadPage } from '../read-page.ts';
import type { Icon } from '../read/units.ts';
import { citationsToMend, toMend } from './mend.ts';
import { placedOf, type Placed } from './placed.ts';

/** The whole account of an import; `--json` prints it as it is. */
export interface Report {
  title: string;
  locale: string;
  /** What the CMS holds now; null on a dry run. */
  written: Written | null;
  placed: Placed[];
  leftOut: Note[];
  unplaced: Note[];
  guesses: string[];
  findings: Finding[];
  mend: string[];
}

export interface Written {
  outcome: 'made' | 'replaced';
  documentId: string;
  slug: string;
  /** The draft in the admin. */
  adminUrl: string;
  /** What was made, found or changed beside the article. */
  steps: string[];
}

/** Reports on a page as far as it is known without the CMS. */
export function reportOn(page: ReadPage, locale: PageLocale, pictures: PictureFiles): Report {
  const findings = findingsOf(page, locale);
  return {
    title: page.draft.title,
    locale: locale.code,
    written: null,
    placed: placedOf(page.draft),
    leftOut: [...iconNotes(page.icons), ...page.notes.leftOut],
    unplaced: [...page.notes.unplaced, ...absentPictures(pictures)],
    guesses: page.notes.guesses,
    findings,
    mend: toMend(page.draft, findings, pictures, { linked: planned(page.draft, pictures), citations: citationsToMend(citedKeys(page.draft), false) }),
  };
}

/** Icons that are alike share a note. */
function iconNotes(icons: Icon[]): Note[] {
  return [...Map.groupBy(icons, ({ kind, src, alt }) => JSON.stringify([kind, src, alt])).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ what: counted(same.length, first.kind), text: first.alt, why: first.src }] : [];
  });
}

function absentPictures(pictures: PictureFiles): Note[] {
  return [...pictures].flatMap(([src, file]) => (file === null ? [{ what: 'picture', text: src, why: 'not beside the page; its alt text and caption are kept' }] : []));
}
