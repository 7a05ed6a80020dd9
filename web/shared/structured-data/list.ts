import type { CollectionPage } from 'schema-dts';

import { pageFacts, type PageContext, type Things } from './graph';

/** A list of what has pages of its own, or a place on this one. */
export function describeList(view: { items: ({ path: string } & ({ name: string } | { title: string }))[] }, page: PageContext): Things {
  const node: CollectionPage = {
    '@type': 'CollectionPage',
    ...pageFacts(page),
    'mainEntity': {
      '@type': 'ItemList',
      'numberOfItems': view.items.length,
      'itemListElement': view.items.map((item, index) =>
        ({ '@type': 'ListItem' as const, 'position': index + 1, 'name': 'name' in item ? item.name : item.title, 'url': page.origin + item.path })),
    },
  };
  return [node];
}
