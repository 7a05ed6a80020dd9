import { slugify } from 'transliteration';

/** Russian as in passports: ICAO Doc 9303, part 3, section 6 (in force in Russia since 2014). Applied to lower-case text. */
const russian: [string, string][] = Object.entries({
  ж: 'zh', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ё: 'e',
});

const maxLength = 120;

/** Gives words as the last part of an address: lower-case Latin letters, digits and hyphens; empty where nothing is left. */
export function toSlug(words: string): string {
  const slug = slugify(words.toLowerCase(), { lowercase: true, separator: '-', replace: russian, allowedChars: 'a-z0-9' });
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
