import { splitCitations } from './citations';

/** What a page's raw content refers to, and so has to be looked up before it can be written. */
export interface References {
  citationKeys: Set<string>;
  hrefs: Set<string>;
}

/** Walks raw content of any shape for citations in its texts and addresses of its links. */
export function collectReferences(content: unknown): References {
  const found: References = { citationKeys: new Set(), hrefs: new Set() };
  visit(content, found);
  return found;
}

function visit(value: unknown, found: References): void {
  if (typeof value === 'string') {
    for (const piece of splitCitations(value)) {
      if ('keys' in piece) piece.keys.forEach(key => found.citationKeys.add(key));
    }
  } else if (Array.isArray(value)) {
    value.forEach(item => visit(item, found));
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && value.type === 'link' && 'url' in value && typeof value.url === 'string') found.hrefs.add(value.url);
    Object.values(value).forEach(item => visit(item, found));
  }
}
