import { heldTexts } from './account.ts';
import type { PageDraft } from './compose/page-draft.ts';

/** What stands in the citations (`[@key]`, `[@one; @two]`) of a draft, each key once, without its @. */
export function citedKeys(draft: PageDraft): string[] {
  const citations = [draft.title, ...heldTexts(draft)].flatMap(text => [...text.matchAll(/\[@([^\]]*)\]/g)].map(([, inside = '']) => inside));
  return [...new Set(citations.flatMap(inside => inside.split(';')).map(entry => entry.trim().replace(/^@/, '')))];
}

/** Tells whether a source can have this key. */
export function isCitationKey(key: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key);
}
