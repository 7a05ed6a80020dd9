import { CmsClient } from './cms/client.ts';
import { writePage } from './cms/write.ts';
import { findLocale } from './locales.ts';
import type { Options } from './options.ts';
import { refuseOtherLanguage } from './page-language.ts';
import { findPictures } from './pictures.ts';
import { readPage } from './read-page.ts';
import { readPageFile } from './read/page-file.ts';
import { citationsToMend, toMend } from './report/mend.ts';
import { type Report, reportOn } from './report/report.ts';

/**
 * Imports a saved page: reads it, and unless it is a dry run writes it to the CMS as drafts.
 *
 * @returns the account of what became of the page
 * @throws ImportError with a sentence that says what to do
 */
export async function importPage(options: Options, environment: NodeJS.ProcessEnv): Promise<Report> {
  const locale = findLocale(options.locale);
  const file = await readPageFile(options.file);
  const page = readPage(file, locale.code);
  refuseOtherLanguage(page.draft, locale);
  const pictures = findPictures(page.draft, file.folder);
  const report = reportOn(page, locale, pictures);
  if (options.dryRun) return report;
  const { written, unplaced, unknownCitations, linked } = await writePage(page.draft, pictures, options, new CmsClient(environment));
  const mend = toMend(page.draft, report.findings, pictures, { linked, citations: citationsToMend(unknownCitations, true) });
  return { ...report, written, unplaced: [...report.unplaced, ...unplaced], mend };
}
