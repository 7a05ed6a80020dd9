import type { Sentence } from '../../messages';
import type { Path } from '../parts';
import { richNodes } from './rich-text';
import { allFields, type DocumentRule, type Fault, type Field } from './subject';

/** The grammar by which the site reads texts: `[@key]`, or `[@one; @two]`. */
const citation = /\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;

/** What its author meant as a citation: a bracket in which some word begins with @, closed or not. */
const attempt = /\[(?:[^[\]]*[\s;])?@[^[\]]*\]?/g;

/** Stands for a citation that was read: not a word, nor a space. */
const read = '\uFFFC';

/** Plain texts in which the site numbers citations; in rich texts it does so in all but a patient's own words. */
const citable: Record<string, string[]> = {
  'block.call-to-action': ['text'],
  'block.cost-table': ['note'],
  'evidence.claim': ['claim', 'outcome', 'contrary'],
  'shared.criterion': ['text'],
  'shared.step': ['description'],
};

/** Text that is read in one go, in the pieces in which it is stored. */
interface Passage {
  pieces: string[];
  path: Path;
  /** Why a citation is not shown here; null where it is. */
  hidden: Sentence | null;
}

/** The keys that a text cites. */
export function keysIn(text: string): string[] {
  return [...text.matchAll(citation)].flatMap(([, inner = '']) => inner.split(';').map(key => key.trim().slice(1)));
}

/** Citations in text are `[@key]` or `[@one; @two]`, stand where the site shows them, and lead to sources that exist. */
export const citations: DocumentRule = async (subject) => {
  const passages = allFields(subject).flatMap(passagesOf);
  const cited = passages.filter(({ hidden }) => !hidden).flatMap(({ pieces, path }) => pieces.flatMap(keysIn).map(key => ({ key, path })));
  const faults = passages.flatMap(faultsOf);
  if (cited.length === 0) return faults;

  const sources: { citationKey: string }[] = await subject.strapi.db
    .query('api::source.source')
    .findMany({ where: { citationKey: { $in: cited.map(({ key }) => key) } }, select: ['citationKey'] });
  const known = new Set(sources.map(({ citationKey }) => citationKey));
  const unknown = cited.filter(({ key }) => !known.has(key));
  return [...faults, ...unknown.map(({ key, path }): Fault => ({ path, message: words => words.citations.unknown(key) }))];
};

function faultsOf({ pieces, path, hidden }: Passage): Fault[] {
  const attempts = hidden ? pieces.join('').match(attempt) : pieces.map(piece => piece.replace(citation, read)).join('').match(attempt);
  return (attempts ?? []).map((text): Fault => {
    const said = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    if (hidden) return { path, message: words => words.citations.hidden(said, hidden(words)) };
    if (keysIn(text).length > 0) return { path, message: words => words.citations.inPieces(said) };
    return { path, message: words => words.citations.malformed(said) };
  });
}

function passagesOf({ uid, name, attribute, value, path }: Field): Passage[] {
  if (attribute.type === 'blocks') {
    const hidden: Sentence | null = uid === 'api::review.review' ? words => words.citations.notInOwnWords : null;
    return richNodes(value, path).flatMap(({ node }) => passageIn(node, path, hidden) ?? []);
  }
  if ((attribute.type !== 'string' && attribute.type !== 'text') || typeof value !== 'string') return [];
  const hidden: Sentence | null = citable[uid]?.includes(name) ? null : words => words.citations.notHere;
  return [{ pieces: [value], path, hidden }];
}

/** The text that stands directly in a node of rich text. */
function passageIn(node: Record<string, unknown>, path: Path, hidden: Sentence | null): Passage | null {
  const { type, children } = node;
  if (!Array.isArray(children)) return null;
  const pieces = children.map((child: { text?: unknown }) => (typeof child.text === 'string' ? child.text : read));
  return { pieces, path, hidden: type === 'link' ? words => words.citations.notInLink : hidden };
}
