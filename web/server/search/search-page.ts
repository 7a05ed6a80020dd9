import { notFound } from '../content/parts/errors';
import { languageLinksBy } from '../content/parts/versions';
import { inAlphabet } from '../../shared/format/names';
import { sectionPath } from '../../shared/paths';
import { searchKinds, type KindCount, type SearchHit, type SearchKind, type SearchView } from '../../shared/views/search';
import type { SearchDocument } from './documents';
import { bestFragment, markWords } from './fragments';
import { keepFresh } from './keep-fresh';
import { readDocuments } from './read-documents';
import { SearchIndex, type Found } from './search-index';

const PAGE_SIZE = 20;
const FRESH_MS = 5 * 60_000;
const RETRY_MS = 30_000;

/** One index for each locale that was asked for, in the memory of this process. */
const indexes = new Map<string, () => Promise<SearchIndex>>();

function indexOf(locale: string): Promise<SearchIndex> {
  const known = indexes.get(locale);
  if (known !== undefined) return known();
  const index = keepFresh(
    async () => SearchIndex.build(locale, await readDocuments(locale)),
    { freshMs: FRESH_MS, retryMs: RETRY_MS },
    error => console.error(`The search index in ${locale} could not be renewed, the old one serves: ${error instanceof Error ? error.message : String(error)}`),
  );
  indexes.set(locale, index);
  return index();
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
