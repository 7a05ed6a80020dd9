import { languageName, type PageLocale } from '../locales.ts';
import type { ReadPage } from '../read-page.ts';
import { textOf } from '../read/elements.ts';
import type { Unit } from '../read/units.ts';
import { counted, countedKinds, type Finding, finding, type Place } from './finding.ts';

const scripts = { Latn: 'Latin', Cyrl: 'Cyrillic', Grek: 'Greek', Arab: 'Arabic', Hebr: 'Hebrew', Hani: 'Chinese', Deva: 'Devanagari', Geor: 'Georgian', Armn: 'Armenian' };

/** Finds what a reader or a screen reader would meet in a script that is not the locale's. */
export function scriptFindings({ draft, units, icons }: ReadPage, { code, script }: PageLocale): Finding[] {
  const places: Place[] = [
    { kind: 'title', text: draft.title },
    ...icons.map(({ kind, alt }) => ({ kind, text: alt })),
    ...units.flatMap(placesOf),
  ];
  const byScript = Map.groupBy(places, ({ text }) => foreignScript(text, script));
  return [...byScript].flatMap(([foreign, found]) =>
    foreign === null ? [] : finding('wrong-script', found, count => `${foreign} on a page in ${languageName(code)}, in ${counted(count, 'place')}: ${countedKinds(found)}`),
  );
}

/** Names the script that a text should not have; null where it has none. Latin names are at home in any language. */
export function foreignScript(text: string, own: string): string | null {
  for (const [code, name] of Object.entries(scripts)) {
    if (code === own) continue;
    const isForeign = code === 'Latn' ? text.split(/(?<=[.!?])\s/).some(sentence => isLatinSentence(sentence, own)) : lettersIn(text, code).length > 0;
    if (isForeign) return name;
  }
  return null;
}

/** Words in a script; one letter alone is a symbol, as in "β cells". */
function lettersIn(text: string, script: string): string[] {
  return text.match(new RegExp(`\\p{Script=${script}}{2,}`, 'gu')) ?? [];
}

/** A sentence in Latin letters alone, with common words: neither a name nor an abbreviation. */
function isLatinSentence(text: string, own: string): boolean {
  if (!(own in scripts) || lettersIn(text, own).length > 0) return false;
  return lettersIn(text, 'Latn').filter(word => /^\p{Ll}+$/u.test(word)).length >= 2;
}

function placesOf(unit: Unit): Place[] {
  switch (unit.kind) {
    case 'heading':
    case 'text':
      return [{ kind: unit.kind, text: unit.text }];
    case 'quote':
      return [{ kind: 'quotation', text: unit.text }];
    case 'figure':
      return [{ kind: 'picture', text: unit.figure.alt ?? '' }, { kind: 'caption', text: unit.figure.caption }];
    case 'list':
      return unit.items.map(item => ({ kind: 'list item', text: textOf(item) }));
    case 'table':
      return unit.rows.flat().map(cell => ({ kind: 'table cell', text: textOf(cell) }));
    case 'embed':
      return [{ kind: 'video', text: unit.title }];
    case 'button':
      return [{ kind: 'button', text: unit.label }];
    case 'question':
      return [{ kind: 'question', text: `${unit.question} ${textOf(unit.answer)}` }];
    case 'end':
      return [];
  }
}
