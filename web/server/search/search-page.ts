import { onChange } from '../cms/follow';
import { notFound } from '../content/parts/errors';
import { languageLinksBy } from '../content/parts/versions';
import { inAlphabet } from '../../shared/format/names';
import { sectionPath } from '../../shared/paths';
import { searchKinds, type KindCount, type SearchHit, type SearchKind, type SearchView } from '../../shared/views/search';
import type { SearchDocument } from './documents';
import { bestFragment, markWords } from './fragments';
import { LiveIndex } from './live-index';
import type { SearchIndex, Found } from './search-index';

const PAGE_SIZE = 20;
/** One index for each locale that was asked for, in the memory of this process. */
const indexes = new Map<string, LiveIndex>();

onChange({
  changed: changes => indexes.forEach(index => index.changed(changes)),
  startOver: () => indexes.forEach(index => index.startOver()),
  reached: () => {},
});

function indexOf(locale: string): Promise<SearchIndex> {
  const index = indexes.get(locale) ?? new LiveIndex(locale);
  indexes.set(locale, index);
  return index.get();
}

/**
 * What the words of a query find, the best first. Without a query it is all that there is of a kind, by
 * title, and without a kind nothing but how much there is of each.
 *
 * @throws 404 for a page beyond the last, and what the first build of the index throws.
 */
export async function searchPage(locale: string, { query, kind }: { query: string; kind: SearchKind | null }, page: number): Promise<SearchView> {
  const index = await indexOf(locale);
  const { found, partial } = query === '' ? { found: everything(index, locale), partial: false } : index.search(query);
  const shown = query === '' && kind === null ? [] : found.filter(({ document }) => kind === null || document.kind === kind);
  const pageCount = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  if (page > pageCount) throw notFound('such page of what was found');
  return {
    query,
    kind,
    kinds: countKinds(found.length > 0 ? found.map(({ document }) => document) : index.documents),
    items: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(one => toHit(one, index)),
    page,
    pageCount,
    total: shown.length,
    partial,
    suggestion: query !== '' && found.length === 0 ? index.suggest(query) : null,
    languages: languageLinksBy(other => sectionPath('search', other, { q: query === '' ? null : query, kind })),
  };
}

function countKinds(documents: SearchDocument[]): KindCount[] {
  const counts = searchKinds.map(kind => ({ kind, count: documents.filter(document => document.kind === kind).length }));
  return counts.filter(({ count }) => count > 0);
}

function everything(index: SearchIndex, locale: string): Found[] {
  return inAlphabet(index.documents, locale, ({ title }) => title).map(document => ({ document, terms: new Set() }));
}

function toHit({ document, terms }: Found, { reader }: SearchIndex): SearchHit {
  const { id, kind, path, title, partOf, passages } = document;
  return { id, kind, path, title: markWords(title, terms, reader), partOf, fragment: bestFragment(passages, terms, reader) };
}
