import { slugify } from 'transliteration';

export type HeadingIds = (text: string) => string;

/** Gives each heading of a page an id that is made of its words: the same at every rendering, and unique on the page. */
export function headingIds(): HeadingIds {
  const given = new Set<string>();
  return (text) => {
    const words = slugify(text, { allowedChars: 'a-zA-Z0-9' }) || 'section';
    // A heading that reads "source-x" or "cite-x" must not take the anchor of a source.
    const base = /^(source|cite|block|review|term|article|question)-/.test(words) ? `h-${words}` : words;
    let id = base;
    for (let count = 2; given.has(id); count += 1) id = `${base}-${count}`;
    given.add(id);
    return id;
  };
}
