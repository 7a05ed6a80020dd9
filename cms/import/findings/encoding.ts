import { heldTexts } from '../account.ts';
import type { ReadPage } from '../read-page.ts';
import { counted, type Finding, finding } from './finding.ts';

/** Finds the sign (�) that stands where a letter was lost before the page was saved. */
export function encodingFindings({ draft }: ReadPage): Finding[] {
  const broken = [draft.title, ...heldTexts(draft)].filter(text => text.includes('\uFFFD'));
  return finding('lost-letters', broken.map(text => ({ kind: 'text', text })), count => `Letters lost to a wrong encoding, in ${counted(count, 'passage')}`);
}
