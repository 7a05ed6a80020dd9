import type { CitationRun } from '../../../shared/views/rich-text';
import type { SourceUse, SourceView } from '../../../shared/views/source';

/** `[@key]`, or several as `[@a; @b]`; the space before goes with it, so that a number stands close to its claim. */
const citation = /\s*\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;

/** A piece of plain text: words, or the keys that are cited at this place. */
export type TextPiece = { words: string } | { keys: string[] };

/** Takes a text apart at its citations. */
export function splitCitations(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(citation)) {
    if (match.index > end) pieces.push({ words: text.slice(end, match.index) });
    pieces.push({ keys: (match[1] ?? '').split(';').map(key => key.trim().slice(1)) });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ words: text.slice(end) });
  return pieces;
}

/** The text as it reads without its citations: for titles, descriptions and cards. */
export function withoutCitations(text: string): string {
  return text.replaceAll(citation, '');
}

/** Numbers the sources of one page in order of first use. */
export class Citations {
  readonly #known: Map<string, SourceView>;
  readonly #cited: SourceView[] = [];
  #section: SourceUse['section'] = null;

  /** @param sources those that the page may cite. */
  constructor(sources: SourceView[]) {
    this.#known = new Map(sources.map(source => [source.key, { ...source, number: null, uses: [] }]));
  }

  /** Says under which heading the next uses stand, and in which language that is. */
  enter(label: string, lang: string): void {
    this.#section = { label, lang };
  }

  /** Says that the next uses stand under none of the text's headings. */
  leave(): void {
    this.#section = null;
  }

  /** Notes one use of a source. Returns null where no source has this key. */
  cite(key: string): CitationRun | null {
    const source = this.#known.get(key);
    if (source === undefined) return null;
    if (source.number === null) source.number = this.#cited.push(source);
    const id = `cite-${key}-${source.uses.length + 1}`;
    source.uses.push({ id, section: this.#section });
    return { kind: 'citation', key, number: source.number, id };
  }

  /** The source with this key; its number and uses grow while the page is written. */
  source(key: string): SourceView | null {
    return this.#known.get(key) ?? null;
  }

  /** What was cited so far, by number. */
  get cited(): SourceView[] {
    return this.#cited;
  }

  /** What nothing cites. */
  get uncited(): SourceView[] {
    return [...this.#known.values()].filter(source => source.number === null);
  }
}
