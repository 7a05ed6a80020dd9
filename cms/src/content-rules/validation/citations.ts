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
  hidden: string | null;
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
  return [...faults, ...unknown.map(({ key, path }) => ({ path, message: `No source has the key “${key}”. Add the source, or correct the citation.` }))];
};

function faultsOf({ pieces, path, hidden }: Passage): Fault[] {
  const attempts = hidden ? pieces.join('').match(attempt) : pieces.map(piece => piece.replace(citation, read)).join('').match(attempt);
  return (attempts ?? []).map((text) => {
    const said = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    if (hidden) return { path, message: `“${said}”: ${hidden}` };
    if (keysIn(text).length > 0) return { path, message: `“${said}” is in pieces: its formatting changes halfway. Write it anew, in one go.` };
    return { path, message: `“${said}” is not a citation. Write [@key], or [@one; @two] for several sources.` };
  });
}

function passagesOf({ uid, name, attribute, value, path }: Field): Passage[] {
  if (attribute.type === 'blocks') {
    const hidden = uid === 'api::review.review' ? 'a patient’s own words cite nothing. Take the citation out.' : null;
    return richNodes(value, path).flatMap(({ node }) => passageIn(node, path, hidden) ?? []);
  }
  if ((attribute.type !== 'string' && attribute.type !== 'text') || typeof value !== 'string') return [];
  const hidden = citable[uid]?.includes(name) ? null : 'citations are not shown here. Say it in a text, and cite the source there.';
  return [{ pieces: [value], path, hidden }];
}

/** The text that stands directly in a node of rich text. */
function passageIn(node: Record<string, unknown>, path: Path, hidden: string | null): Passage | null {
  const { type, children } = node;
  if (!Array.isArray(children)) return null;
  const pieces = children.map((child: { text?: unknown }) => (typeof child.text === 'string' ? child.text : read));
  return { pieces, path, hidden: type === 'link' ? 'a citation cannot stand in a link. Put it after the link.' : hidden };
}
