import type { PageDraft } from '../compose/page-draft.ts';
import { exitCodes, ImportError } from '../errors.ts';
import type { Note } from '../notes.ts';
import type { Options } from '../options.ts';
import type { PictureFiles } from '../pictures.ts';
import type { Written } from '../report/report.ts';
import type { CmsClient, Entry } from './client.ts';
import { differences } from './differences.ts';
import { type LinkedDocument, outstanding } from './outstanding.ts';
import { articleData, type References } from './payload.ts';
import { ReferencesWriter } from './references.ts';
import { rehearsalOf } from './rehearsal.ts';

type Choices = Pick<Options, 'replace' | 'treatment'>;

/** What the CMS says after an import. */
export interface Outcome {
  written: Written;
  /** What the CMS had no place for. */
  unplaced: Note[];
  /** Keys that the page cites and no source has. */
  unknownCitations: string[];
  /** What the article shows and is not published yet. */
  linked: LinkedDocument[];
}

/**
 * Writes drafts of a page to the CMS, the article last: after a failure the same command finds what was written and goes on.
 *
 * @throws ImportError when the page was imported before and `replace` is not asked for, or when the CMS refuses
 */
export async function writePage(draft: PageDraft, pictures: PictureFiles, options: Choices, cms: CmsClient): Promise<Outcome> {
  const known = await cms.findImported(draft.identity, draft.locale);
  const lost = known ? await changesIn(known, draft, pictures, options, cms) : [];
  if (known && !options.replace) throw importedBefore(draft, known, lost, cms);
  const writer = new ReferencesWriter(draft, cms);
  const references = await gather(writer, pictures, options);
  const costs = await writer.costs(references.treatment, options.replace);
  const data = articleData(draft, references);
  const { documentId, slug } = known ? await cms.update('articles', known.documentId, data, draft.locale) : await cms.create('articles', data, draft.locale);
  const steps = [...(lost.length > 0 ? [`the draft differed from the page, and is as the page has it again: ${lost.join(', ')}`] : []), ...writer.steps];
  return {
    written: { outcome: known ? 'replaced' : 'made', documentId, slug: slug ?? '', adminUrl: adminUrl(cms, documentId, draft.locale), steps },
    unplaced: writer.unplaced,
    unknownCitations: await writer.unknownCitations(),
    linked: await outstanding({ 'treatments': [references.treatment].flatMap(id => id ?? []), 'clinics': references.clinics, 'cost-entries': costs, 'reviews': references.reviews }, draft.locale, cms),
  };
}

async function gather(writer: ReferencesWriter, files: PictureFiles, options: Choices): Promise<References> {
  const pictures = await writer.pictures(files);
  return {
    pictures,
    treatment: await writer.treatment(options.treatment),
    clinics: await writer.clinics({ pictures }),
    sources: await writer.sources(),
    related: await writer.related(),
    reviews: await writer.reviews(),
  };
}

/** What --replace would undo in the draft that a page became, and in its cost entries. */
async function changesIn({ documentId }: Entry, draft: PageDraft, pictures: PictureFiles, options: Choices, cms: CmsClient): Promise<string[]> {
  const present = await cms.read('articles', documentId, 'draft', draft.locale, {
    'populate[cover][populate]': '*',
    'populate[body][populate]': '*',
    'populate[seo][populate]': '*',
    'populate[sources]': 'true',
    'populate[related]': 'true',
    'populate[treatments]': 'true',
  });
  const writer = new ReferencesWriter(draft, rehearsalOf(cms));
  const references = await gather(writer, pictures, options);
  await writer.costs(references.treatment, false);
  return [...differences(articleData(draft, references), present ?? {}), ...writer.otherSums.map(reference => `the sums of the cost entry "${reference}"`)];
}

function importedBefore(draft: PageDraft, { documentId, slug }: Entry, lost: string[], cms: CmsClient): ImportError {
  return new ImportError(
    `"${draft.title}" was imported before, as the article "${slug ?? documentId}": ${adminUrl(cms, documentId, draft.locale)}\n`
    + (lost.length > 0
      ? `Its draft is no longer what this page gives. These would be as the page has them again: ${lost.join(', ')}.\n`
      : 'Its draft is still what this page gives.\n')
    + 'To put this page in place of the draft, run the command again with --replace: changes made by hand in the draft are then lost; what is published stays as it is.',
    exitCodes.importedBefore,
  );
}

function adminUrl(cms: CmsClient, documentId: string, locale: string): string {
  return `${cms.url}/admin/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=${locale}`;
}
