import { slugify } from 'transliteration';

import type { Notes } from '../notes.ts';
import { splitWords } from '../text.ts';

/** Cuts a text to what a field holds; the rest is noted, never dropped. */
export function fit(text: string, limit: number, what: string, notes: Notes): string {
  const [kept, rest] = splitWords(text, limit);
  if (rest !== '') notes.unplaced.push({ what, text: rest, why: `the field holds ${limit} characters; these came after "…${kept.slice(-30)}"` });
  return kept;
}

/** A lower-case ASCII address of whole words. */
export function slugOf(text: string, limit = 120): string {
  const slug = slugify(text.replace(/[’']/g, ''), { lowercase: true, separator: '-' }).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug.length <= limit) return slug || 'untitled';
  return slug.slice(0, Math.max(slug.lastIndexOf('-', limit), 1)).replace(/-+$/, '');
}
