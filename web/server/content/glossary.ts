import { findAll } from '../cms/client';
import { localeOf } from '../../shared/locales';
import { sectionPath, termId } from '../../shared/paths';
import type { GlossaryView } from '../../shared/views/glossary';
import { withoutCitations } from './parts/citations';
import { languageLinksBy } from './parts/versions';

/** The terms that have a version in the locale, in its alphabet's order. */
export async function glossary(locale: string): Promise<GlossaryView> {
  const rows = await findAll('glossary-term', { fields: ['documentId', 'slug', 'term', 'definition', 'forbiddenVariants'], locale });
  const { compare } = new Intl.Collator(localeOf(locale).intl);
  const terms = rows
    .map(({ documentId, slug, term, definition, forbiddenVariants }) => ({
      documentId, id: termId(slug), term, definition: withoutCitations(definition), avoided: linesOf(forbiddenVariants),
    }))
    .sort((one, other) => compare(one.term, other.term));
  return { terms, languages: languageLinksBy(other => sectionPath('glossary', other)) };
}

function linesOf(text: string | null): string[] {
  return (text ?? '').split('\n').map(line => line.trim()).filter(line => line !== '');
}
