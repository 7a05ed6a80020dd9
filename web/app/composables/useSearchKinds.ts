import type { SearchKind } from '#shared/views/search';

const names: Record<SearchKind, { one: string; many: string }> = {
  article: { one: 'search.one.article', many: 'article.list.title' },
  treatment: { one: 'search.one.treatment', many: 'treatment.list.title' },
  condition: { one: 'search.one.condition', many: 'search.many.condition' },
  clinic: { one: 'search.one.clinic', many: 'clinic.list.title' },
  person: { one: 'search.one.person', many: 'search.many.person' },
  question: { one: 'search.one.question', many: 'search.many.question' },
  term: { one: 'search.one.term', many: 'search.many.term' },
  page: { one: 'search.one.page', many: 'search.many.page' },
};

/** Names the kinds of what can be found: one of a kind, and all of it; in the words of the place, or in those that are given. */
export function useSearchKinds({ t } = useWords()) {
  return {
    one: (kind: SearchKind) => t(names[kind].one),
    many: (kind: SearchKind) => t(names[kind].many),
  };
}
