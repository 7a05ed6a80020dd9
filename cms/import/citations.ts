import { richTexts } from './account.ts';
import type { DraftBlock, PageDraft } from './compose/page-draft.ts';
import { richNodesOf } from './findings/prose.ts';

/** A citation as the CMS takes it: `[@key]` or `[@one; @two]`. */
const citation = /\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;
/** What was meant as one: a bracket in which some word begins with @, closed or not. */
const attempt = /\[(?:[^[\]]*[\s;])?@[^[\]]*\]?/g;

/** The keys that a draft's rich text cites, each once. */
export function citedKeys(draft: PageDraft): string[] {
  const citations = richTexts(richNodesOf(draft)).flatMap(text => [...text.matchAll(citation)].map(([, inside = '']) => inside));
  return [...new Set(citations.flatMap(inside => inside.split(';').map(key => key.trim().slice(1))))];
}

/** What a draft's rich text cites in another form, which the CMS refuses. */
export function malformedCitations(draft: PageDraft): string[] {
  return attemptsIn(richTexts(richNodesOf(draft)).map(text => text.replace(citation, '')));
}

/** Citations where none are shown, as in a title, a caption or a patient's words; the CMS refuses them. */
export function misplacedCitations(draft: PageDraft): string[] {
  const { title, summary, description, cover, body, clinics, reviews } = draft;
  const figures = [...(cover ? [cover] : []), ...clinics.flatMap(({ photos }) => photos)];
  return attemptsIn([
    title,
    summary,
    description ?? '',
    ...figures.flatMap(({ alt, caption }) => [alt ?? '', caption]),
    ...body.flatMap(plainTexts),
    ...clinics.flatMap(({ name, summary }) => [name, summary]),
    ...reviews.flatMap(({ quote, story }) => [quote, story]),
  ]);
}

function plainTexts(block: DraftBlock): string[] {
  if (block.__component === 'shared.figure') return [block.figure.alt ?? '', block.figure.caption];
  const title = 'title' in block ? (block.title ?? '') : '';
  return block.__component === 'block.faq' ? [title, ...block.items.map(({ question }) => question)] : [title];
}

function attemptsIn(texts: string[]): string[] {
  return [...new Set(texts.flatMap(text => text.match(attempt) ?? []))];
}
