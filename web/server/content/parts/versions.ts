import { defaultLocale, localeCodes } from '../../../shared/locales';
import { documentPath, type PagedType } from '../../../shared/paths';
import type { LanguageLink } from '../../../shared/views/page';

/** A published version of a document, as far as it decides which words are shown. */
export interface Version {
  documentId: string;
  locale: string;
  sourceLocale: string | null;
}

/** A version that has an address of its own. */
export interface AddressedVersion extends Version {
  slug: string;
}

/** The locale in which a document was written. */
export function sourceLocaleOf(version: { sourceLocale: string | null }): string {
  return version.sourceLocale ?? defaultLocale;
}

/** The version to show to a reader of the locale: their own, else the source, else the default one, else any. */
export function bestVersion<V extends Version>(versions: V[], locale: string): V | null {
  const inLocale = (wanted: string) => versions.find(version => version.locale === wanted);
  const [first] = versions;
  if (first === undefined) return null;
  return inLocale(locale) ?? inLocale(sourceLocaleOf(first)) ?? inLocale(defaultLocale) ?? first;
}

/** Versions of many documents, by document. */
export function byDocument<V extends Version>(versions: V[]): Map<string, V[]> {
  const documents = new Map<string, V[]>();
  for (const version of versions) documents.set(version.documentId, [...(documents.get(version.documentId) ?? []), version]);
  return documents;
}

/** The address of a document in a locale: under its own slug, or under the source's where it has no version there. */
export function addressIn(type: PagedType, versions: AddressedVersion[], locale: string): string | null {
  const version = bestVersion(versions, locale);
  return version === null ? null : documentPath(type, version.slug, locale);
}

/** A link to the same document in every locale of the site. */
export function languageLinks(type: PagedType, versions: AddressedVersion[]): LanguageLink[] {
  return languageLinksBy(locale => addressIn(type, versions, locale), locale => versions.some(version => version.locale === locale));
}

/** Language links of a page that is there in every locale. */
export function languageLinksBy(pathIn: (locale: string) => string | null, published: (locale: string) => boolean = () => true): LanguageLink[] {
  return localeCodes.flatMap((locale) => {
    const path = pathIn(locale);
    return path === null ? [] : [{ locale, path, published: published(locale) }];
  });
}
