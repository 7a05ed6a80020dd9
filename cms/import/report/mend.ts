import { malformedCitations, misplacedCitations } from '../citations.ts';
import type { LinkedDocument } from '../cms/outstanding.ts';
import type { DraftBlock, PageDraft } from '../compose/page-draft.ts';
import { counted, type Finding } from '../findings/finding.ts';
import { innerLinks } from '../findings/prose.ts';
import { articleFigures, type PictureFiles } from '../pictures.ts';
import { excerpt } from '../text.ts';
import { toPublish } from './to-publish.ts';

/** What is known of the CMS; on a dry run, what is to be expected. */
export interface CmsState {
  linked: LinkedDocument[];
  /** What is to be done about the sources that the page cites. */
  citations: string[];
}

/** Says what an editor must still do, in this order: first what the article shows, then the article; the CMS refuses it until then. */
export function toMend(draft: PageDraft, findings: Finding[], pictures: PictureFiles, { linked, citations }: CmsState): string[] {
  const links = innerLinks(draft);
  const figures = articleFigures(draft);
  const absent = figures.filter(({ src }) => !pictures.get(src)).length;
  const undescribed = figures.filter(({ alt }) => !alt).length;
  const titled = findings.find(({ rule }) => rule === 'title-as-alt')?.places.length ?? 0;
  const foreign = findings.filter(({ rule }) => rule === 'wrong-script').flatMap(({ places }) => places).filter(({ kind }) => kind !== 'icon' && kind !== 'flag');
  const malformed = malformedCitations(draft);
  const misplaced = misplacedCitations(draft);
  return [
    ...toPublish(linked),
    ...step(draft.summary === '', 'Write a summary.'),
    ...untitled(draft, 'block.callout', 'callout'),
    ...untitled(draft, 'block.video', 'video'),
    ...untitled(draft, 'block.cost-table', 'cost table'),
    ...step(absent > 0, `Choose the picture of ${counted(absent, 'figure')}: the file was not beside the page.`),
    ...step(undescribed > 0, `Describe ${counted(undescribed, 'figure')}, or mark as decorative.`),
    ...step(titled > 0, `Describe what ${counted(titled, 'picture')} shows: the alt text is the page's title.`),
    ...step(foreign.length > 0, `Put ${counted(foreign.length, 'text')} into the page's language: ${listed(foreign.map(({ kind, text }) => `${kind} "${excerpt(text, 60)}"`))}.`),
    ...step(links.length > 0, `See that ${counted(links.length, 'link')} within the site lead${links.length === 1 ? 's' : ''} to a page of it: ${listed(links)}.`),
    ...step(malformed.length > 0, `Write citations as [@key], or [@one; @two] for several sources: ${listed(malformed.map(quoted))}.`),
    ...step(misplaced.length > 0, `Move citations into a text; titles, summaries, captions and a patient's words show none: ${listed(misplaced.map(quoted))}.`),
    ...citations,
  ];
}

/** What is to be done about keys that the page cites; `asked` where the CMS said that it has no source for them. */
export function citationsToMend(keys: string[], asked: boolean): string[] {
  const named = keys.map(key => `[@${key}]`).join(', ');
  return step(keys.length > 0, asked ? `Add a source for ${named}, or correct the citation: no source has this key.` : `See that the CMS has a source for ${named}.`);
}

function untitled({ body }: PageDraft, component: DraftBlock['__component'], word: string): string[] {
  const count = body.filter(block => block.__component === component && 'title' in block && block.title === null).length;
  return step(count > 0, `Give ${counted(count, word)} a title.`);
}

function step(isNeeded: boolean, text: string): string[] {
  return isNeeded ? [text] : [];
}

function quoted(text: string): string {
  return `"${excerpt(text, 60)}"`;
}

/** The first few of a list; the rest is counted. */
function listed(items: string[]): string {
  const few = items.slice(0, 8).join('; ');
  return items.length > 8 ? `${few}; and ${items.length - 8} more` : few;
}
