import type { PageDraft } from '../compose/page-draft.ts';
import { exitCodes, ImportError } from '../errors.ts';
import type { Note } from '../notes.ts';
import type { Options } from '../options.ts';
import type { PictureFiles } from '../pictures.ts';
import type { Written } from '../report/report.ts';
import type { CmsClient, Entry } from './client.ts';
import { articleData, type References } from './payload.ts';
import { ReferencesWriter } from './references.ts';

/**
 * Writes drafts of a page to the CMS, the article last: after a failure the same command finds what was written and goes on.
 *
 * @returns what was done, what the CMS had no place for, and the keys that the page cites and no source has
 * @throws ImportError when the page was imported before and `replace` is not asked for, or when the CMS refuses
 */
export async function writePage(draft: PageDraft, pictures: PictureFiles, options: Pick<Options, 'replace' | 'treatment'>, cms: CmsClient): Promise<{ written: Written; unplaced: Note[]; unknownCitations: string[] }> {
  const known = await cms.findImported(draft.identity, draft.locale);
  if (known && !options.replace) throw importedBefore(draft, known, cms);
  const writer = new ReferencesWriter(draft, cms);
  const references: References = {
    pictures: await writer.pictures(pictures),
    treatment: await writer.treatment(options.treatment),
    clinics: [],
    sources: await writer.sources(),
    related: await writer.related(),
    reviews: await writer.reviews(),
  };
  references.clinics = await writer.clinics(references);
  await writer.costs(references.treatment, options.replace);
  const data = articleData(draft, references);
  const { documentId, slug } = known ? await cms.update('articles', known.documentId, data, draft.locale) : await cms.create('articles', data, draft.locale);
  return {
    written: { outcome: known ? 'replaced' : 'made', documentId, slug: slug ?? '', adminUrl: adminUrl(cms, documentId, draft.locale), steps: writer.steps },
    unplaced: writer.unplaced,
    unknownCitations: await writer.unknownCitations(),
  };
}

function importedBefore(draft: PageDraft, { documentId, slug }: Entry, cms: CmsClient): ImportError {
  return new ImportError(
    `"${draft.title}" was imported before, as the article "${slug ?? documentId}": ${adminUrl(cms, documentId, draft.locale)}\n`
    + 'To put this page in place of its draft, run the command again with --replace; what is published stays as it is.',
    exitCodes.importedBefore,
  );
}

function adminUrl(cms: CmsClient, documentId: string, locale: string): string {
  return `${cms.url}/admin/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=${locale}`;
}
