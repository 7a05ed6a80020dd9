import type { DefinedTermSet, WebPage } from 'schema-dts';

import type { GlossaryView } from '../views/glossary';
import { pageFacts, type PageContext, type Things } from './graph';

export function describeGlossary(view: GlossaryView, page: PageContext): Things {
  const id = `${page.url}#terms`;
  const terms: DefinedTermSet = {
    '@type': 'DefinedTermSet',
    '@id': id,
    'name': page.title,
    'url': page.url,
    'inLanguage': page.language,
    'hasDefinedTerm': view.terms.map(({ id: anchor, term, definition }) => ({
      '@type': 'DefinedTerm' as const, 'name': term, 'description': definition, 'url': `${page.url}#${anchor}`, 'inDefinedTermSet': { '@id': id },
    })),
  };
  const node: WebPage = { '@type': 'WebPage', ...pageFacts(page), 'mainEntity': { '@id': id } };
  return [node, terms];
}
