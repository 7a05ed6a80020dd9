import { findAll } from '../../cms/client';
import type { Reader } from '../reader';
import { Citations } from './citations';
import { headingIds } from './heading-ids';
import { resolveLinks } from './links';
import { collectReferences } from './references';
import type { PageText } from './rich-text';
import { sourceSelection, toSource, type SourceEntry } from './sources';

/**
 * Looks up, in parallel, what the texts of a page refer to, so that they can be written.
 *
 * @param content everything that the page will write, in any shape.
 * @param further sources that belong to the page whether its texts cite them or not.
 */
export async function preparePageText(content: unknown, reader: Reader, further: SourceEntry[] = []): Promise<PageText> {
  const { citationKeys, hrefs } = collectReferences(content);
  const known = new Set(further.map(source => source.citationKey));
  const missing = [...citationKeys].filter(key => !known.has(key));
  const [cited, resolveHref] = await Promise.all([
    missing.length === 0 ? [] : findAll('source', { ...sourceSelection, filters: { citationKey: { $in: missing } } }),
    resolveLinks(hrefs, reader.locale),
  ]);
  return { citations: new Citations([...further, ...cited].map(toSource)), headingId: headingIds(), resolveHref, language: reader.words, terms: null };
}
