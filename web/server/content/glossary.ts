import { findAll } from '../cms/client';
import { localeOf } from '../../shared/locales';
import { sectionPath, termId } from '../../shared/paths';
import type { GlossaryView } from '../../shared/views/glossary';
import { withoutCitations } from './parts/citations';
import { languageLinksBy } from './parts/versions';

/** The terms that have a version in the locale, in its alphabet's order. */
export async function glossary(locale: string): Promise<GlossaryView> {
  const rows = await findAll('glossary-term', { fields: ['documentId', 'slug', 'term', 'definition'], locale });
  const { compare } = new Intl.Collator(localeOf(locale).intl);
  const terms = rows
    .map(({ documentId, slug, term, definition }) => ({ documentId, id: termId(slug), term, definition: withoutCitations(definition) }))
    .sort((one, other) => compare(one.term, other.term));
  return { terms, languages: languageLinksBy(other => sectionPath('glossary', other)) };
}
