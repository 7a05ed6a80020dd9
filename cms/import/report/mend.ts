import type { PageDraft } from '../compose/page-draft.ts';
import { counted, type Finding } from '../findings/finding.ts';
import { innerLinks } from '../findings/prose.ts';
import { figuresOf, type PictureFiles } from '../pictures.ts';

/** Says what an editor must still do before the draft can be published; the CMS refuses it until then. */
export function toMend(draft: PageDraft, findings: Finding[], pictures: PictureFiles): string[] {
  const { body, clinics, costs, reviews } = draft;
  const callouts = body.filter(block => block.__component === 'block.callout' && block.title === null).length;
  const videos = body.filter(block => block.__component === 'block.video' && block.title === null).length;
  const tables = body.filter(block => block.__component === 'block.cost-table' && block.title === null).length;
  const links = innerLinks(draft);
  const figures = figuresOf(draft);
  const absent = figures.filter(({ src }) => !pictures.get(src)).length;
  const undescribed = figures.filter(({ alt }) => !alt).length;
  const titled = findings.find(({ rule }) => rule === 'title-as-alt')?.places.length ?? 0;
  const foreign = findings.find(({ rule }) => rule === 'wrong-script')?.places.filter(({ kind }) => kind !== 'icon' && kind !== 'flag') ?? [];
  return [
    ...step(draft.summary === '', 'Write a summary.'),
    ...step(callouts > 0, `Give ${counted(callouts, 'callout')} a title.`),
    ...step(videos > 0, `Give ${counted(videos, 'video')} a title.`),
    ...step(tables > 0, `Give ${counted(tables, 'cost table')} a title.`),
    ...step(absent > 0, `Choose the picture of ${counted(absent, 'figure')}: the file was not beside the page.`),
    ...step(undescribed > 0, `Describe ${counted(undescribed, 'figure')}, or mark as decorative.`),
    ...step(titled > 0, `Describe what ${counted(titled, 'picture')} shows: the alt text is the page's title.`),
    ...step(foreign.length > 0, `Put ${counted(foreign.length, 'text')} into the page's language: ${foreign.map(({ kind, text }) => `${kind} "${text}"`).join('; ')}.`),
    ...step(links.length > 0, `See that ${counted(links.length, 'link')} within the site lead${links.length === 1 ? 's' : ''} to a page of it: ${links.join(', ')}.`),
    ...clinics.flatMap(clinic => step(missingOf(clinic).length > 0, `Give the clinic "${clinic.name}" its ${missingOf(clinic).join(', ')}.`)),
    ...step(draft.treatment !== null, `Complete the treatment "${draft.treatment}" if it was made now (specialty, summary), or choose another one in the cost table and the cost entries.`),
    ...step(costs.length > 0, `Give ${counted(costs.length, 'cost entry').replace('entrys', 'entries')} an as-of date and a source, and a clinic if it is known.`),
    ...step(draft.treatment === null && costs.length > 0, 'Choose the treatment of the cost table and of the cost entries, if none was named for the import.'),
    ...reviews.map(({ displayName }) => `Get the consent of ${displayName} and have the review approved, or take the patient story and the text about them out.`),
    ...step(clinics.length + costs.length + reviews.length > 0, 'Publish what the article shows beside its own text: clinics, treatment, cost entries, review. Readers see published versions only.'),
  ];
}

/** What is to be done about keys that the page cites; `asked` where the CMS said that it has no source for them. */
export function citationsToMend(keys: string[], asked: boolean): string[] {
  const named = keys.map(key => `[@${key}]`).join(', ');
  return step(keys.length > 0, asked ? `Add a source for ${named}, or correct the citation: no source has this key.` : `See that the CMS has a source for ${named}.`);
}

function step(isNeeded: boolean, text: string): string[] {
  return isNeeded ? [text] : [];
}

function missingOf({ country, city, summary }: PageDraft['clinics'][number]): string[] {
  return Object.entries({ country, city, summary }).filter(([, value]) => !value).map(([name]) => name);
}
