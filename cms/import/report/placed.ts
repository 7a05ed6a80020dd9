import { richTexts } from '../account.ts';
import type { DraftBlock, PageDraft } from '../compose/page-draft.ts';

/** One line of what went where. */
export interface Placed {
  what: string;
  count: number;
  where: string;
  /** The page's words and what they became, where a fact was read from them. */
  details: string[];
}

/** Lists what of the page went where in the draft. */
export function placedOf(draft: PageDraft): Placed[] {
  const { body, clinics, costs, sources, related, reviews } = draft;
  const text = body.flatMap(block => (block.__component === 'block.text' ? block.body : []));
  const of = (component: DraftBlock['__component']) => body.filter(block => block.__component === component);
  const lines: Placed[] = [
    line('title', [draft.title], 'title', () => draft.title),
    line('lead paragraph', draft.summary === '' ? [] : [draft.summary], 'summary'),
    line('description', draft.description ? [draft.description] : [], 'SEO', text => text),
    line('cover picture', draft.cover ? [draft.cover] : [], 'cover', ({ src, alt }) => `${src} ("${alt ?? ''}")`),
    line('heading', text.filter(({ type }) => type === 'heading'), 'text blocks'),
    line('paragraph', text.filter(({ type }) => type === 'paragraph'), 'text blocks'),
    line('plain list', text.filter(({ type }) => type === 'list'), 'text blocks'),
    line('quotation', text.filter(({ type }) => type === 'quote'), 'text blocks'),
    line('picture', body.flatMap(block => (block.__component === 'shared.figure' ? [block.figure] : [])), 'figure blocks', ({ src, alt }) => `${src} ("${alt ?? ''}")`),
    line('passage set apart', of('block.callout'), 'callout blocks'),
    ...(['check', 'questions', 'steps', 'warning'] as const).map(kind =>
      line(`list (${kind})`, body.filter(block => block.__component === 'block.list' && block.kind === kind), 'list blocks')),
    line('video', body.flatMap(block => (block.__component === 'block.video' ? [block] : [])), 'video blocks', ({ provider, videoId }) => `${provider} ${videoId}`),
    line('group of questions', of('block.faq'), 'FAQ blocks'),
    line('button', body.flatMap(block => (block.__component === 'block.call-to-action' ? [block] : [])), 'call-to-action blocks', ({ title, href }) => `"${title}" (${href})`),
    line('clinic', clinics, 'draft clinics and clinic cards', ({ said, link, name, country, city, photos }) => `"${said}", "${link.label}" (${link.href}): ${[name, city, country].filter(Boolean).join(', ')}; ${photos.length} photo(s)`),
    line('price row', costs, 'draft cost entries and a cost table', ({ said, country, amountFrom, amountTo, currency }) => `"${said}": ${country}, ${currency} ${amountFrom}${amountTo === null ? '' : ` to ${amountTo}`}`),
    line('patient’s words', reviews, 'draft review and patient story', ({ displayName, country, said }) => [displayName, country, said && `"${said}"`].filter(Boolean).join(', ')),
    line('key takeaway', richTexts(draft.keyTakeaways), 'key takeaways'),
    line('source', sources, 'sources', ({ said, citationKey, type }) => `[@${citationKey}] ${type}: "${said}"`),
    line('related link', related, 'related articles', ({ title, href }) => `"${title}" (${href})`),
  ];
  return lines.filter(({ count }) => count > 0);
}

function line<T>(what: string, items: T[], where: string, detail?: (item: T) => string): Placed {
  return { what, count: items.length, where, details: detail ? items.map(detail) : [] };
}
