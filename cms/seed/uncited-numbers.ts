import type { Attributes, Model } from './model.ts';
import { isRecord, nameOf, type Fields, type SeedDocument } from './read/content.ts';

/** What may state numbers without a source, and why: types, documents and components. */
const reasons: Record<string, string> = {
  'reviews': 'a patient’s own words',
  'people': 'a fictitious person’s own facts',
  'clinics': 'a fictitious clinic’s own facts',
  'sites': 'our own address and promise',
  'glossary-terms': 'the bounds of a scale, which are its definition',
  'pages/contact': 'the emergency number',
  'shared.criterion': 'a criterion; the note under the criteria names the sources',
};

interface Passage {
  text: string;
  /** Whether a citation stands in it, or its part names a source. */
  cited: boolean;
  /** Plain fields show no citations: they may repeat what a cited passage says. */
  plain: boolean;
}

/**
 * Finds the passages (paragraphs, list entries, plain texts) of a document that state a number without a source: rich text with no
 * citation in the passage; titles, summaries and other plain texts with a number that no cited passage of the document has.
 */
export function uncitedNumbers(document: SeedDocument, locale: string, model: Model): string[] {
  if (document.type.plural in reasons || nameOf(document) in reasons) return [];
  const passages = passagesIn(document.words.get(locale)?.fields ?? {}, document.type.attributes, model);
  const cited = new Set(passages.filter(passage => passage.cited).flatMap(({ text }) => numbersIn(text)));
  return passages
    .filter(passage => !passage.cited)
    .filter(({ text, plain }) => numbersIn(text).some(number => !plain || !cited.has(number)))
    .map(({ text }) => `${nameOf(document)}: ${text}`);
}

function passagesIn(fields: Fields, attributes: Attributes, model: Model): Passage[] {
  const sourced = 'source' in fields;
  return Object.entries(fields).flatMap(([name, value]) => {
    const { type, component } = attributes[name] ?? {};
    if (type === 'blocks') return passagesOf(String(value));
    if (type === 'text' || (type === 'string' && !technical.includes(name))) return [{ text: String(value), cited: sourced, plain: true }];
    return [value].flat().filter(isRecord).flatMap((part) => {
      const kind = component ?? String(part['component']);
      return kind in reasons ? [] : passagesIn(part, model.components.get(kind) ?? {}, model);
    });
  });
}

const technical = ['key', 'hiddenIn', 'videoId', 'href', 'credit'];

/** Splits Markdown into headings, paragraphs and list entries. */
const passagesOf = (markdown: string): Passage[] =>
  markdown
    .split(/\n\s*\n|\n(?=\s*(?:-|\d+\.)\s)/)
    .map(text => text.trim().replace(/^(-|\d+\.)\s+/, ''))
    .map(text => ({ text, cited: text.includes('[@'), plain: text.startsWith('#') }));

/** Without citations, whose keys hold years, and addresses. A decimal is one number. */
const numbersIn = (text: string): string[] => text.replace(/\[@[^\]]*\]|\]\([^)]*\)/g, '').match(/\d+(?:[.,]\d+)*/g) ?? [];
