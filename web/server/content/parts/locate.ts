import { documentPath, type PagedType } from '../../../shared/paths';
import type { LanguageLink, Moved } from '../../../shared/views/page';
import { findAll } from '../../cms/client';
import { restsOn } from '../../cms/dependencies';
import { pageKey } from '../../cms/surrogate-keys';
import { gone, notFound } from './errors';
import { addressIn, bestVersion, byDocument, languageLinks, sourceLocaleOf, type AddressedVersion } from './versions';

const slugQuery = {
  fields: ['documentId', 'locale', 'slug', 'sourceLocale'],
  locale: '*',
  populate: { localizations: { fields: ['documentId', 'locale', 'slug', 'sourceLocale'] } },
} as const;

type SlugFilter = { slug: { $in: string[] } } | { documentId: { $in: string[] } };
type SlugRow = AddressedVersion & { localizations: AddressedVersion[] };

const readSlugs: { [Type in PagedType]: (filters: SlugFilter) => Promise<SlugRow[]> } = {
  article: filters => findAll('article', { ...slugQuery, filters }),
  treatment: filters => findAll('treatment', { ...slugQuery, filters }),
  clinic: filters => findAll('clinic', { ...slugQuery, filters }),
  condition: filters => findAll('condition', { ...slugQuery, filters }),
  person: filters => findAll('person', { ...slugQuery, filters }),
  page: filters => findAll('page', { ...slugQuery, filters }),
};

/** Every published version of each document that one of the filters meets. */
export async function findVersions(type: PagedType, filters: SlugFilter): Promise<AddressedVersion[][]> {
  const rows = await readSlugs[type](filters);
  const versions = new Map<string, AddressedVersion>();
  for (const version of rows.flatMap(row => [row, ...row.localizations])) versions.set(`${version.documentId} ${version.locale}`, version);
  return [...byDocument([...versions.values()]).values()];
}

/** Where the words of a document's page come from. */
export interface Place {
  documentId: string;
  contentLocale: string;
  sourceLocale: string;
  path: string;
  languages: LanguageLink[];
  /** Whether the document is read as drafts: in a preview. What stands around it is published all the same. */
  draft: boolean;
}

/**
 * Finds the document that a slug names for a visitor of the locale.
 *
 * A document without a version in the locale is found under its source's slug.
 *
 * @returns where to read it, or where it has moved to.
 * @throws 404 where the slug never named anything, 410 where it named what is no longer published.
 */
export async function locate(type: PagedType, slug: string, locale: string): Promise<Place | Moved> {
  const documents = await findVersions(type, { slug: { $in: [slug] } });
  const versions = chooseDocument(documents, slug, [locale]) ?? await followRedirect(type, slug, locale);
  const version = bestVersion(versions, locale);
  if (version === null) throw gone(`${type} "${slug}"`);
  const path = documentPath(type, version.slug, locale);
  if (version.slug !== slug) return { movedTo: path };
  restsOn([pageKey(version.documentId)]);
  return {
    documentId: version.documentId,
    contentLocale: version.locale,
    sourceLocale: sourceLocaleOf(version),
    path,
    languages: languageLinks(type, versions),
    draft: false,
  };
}

/** A typed slug with the locale that it was typed for, if it was. */
export interface TypedSlug { slug: string; locale: string | null }

/** One name for a typed slug: the same slug typed for two locales may mean two documents. */
export function slugKey({ slug, locale }: TypedSlug): string {
  return `${locale ?? ''}/${slug}`;
}

/** The present addresses, in the locale, of documents whose slugs were typed, by `slugKey`; what is not there leads to nothing. */
export async function currentAddresses(type: PagedType, typed: TypedSlug[], locale: string): Promise<Map<string, string>> {
  const documents = await findVersions(type, { slug: { $in: slugsOf(typed) } });
  const addresses = new Map<string, string>();
  const keep = (wanted: TypedSlug, versions: AddressedVersion[] | null) => {
    const address = versions === null ? null : addressIn(type, versions, locale);
    if (address !== null) addresses.set(slugKey(wanted), address);
  };
  for (const wanted of typed) keep(wanted, chooseDocument(documents, wanted.slug, [wanted.locale, locale]));

  const moved = typed.filter(wanted => !addresses.has(slugKey(wanted)));
  if (moved.length === 0) return addresses;
  const redirects = await findAll('redirect', { filters: { type, oldSlug: { $in: slugsOf(moved) } } });
  if (redirects.length === 0) return addresses;
  const targets = await findVersions(type, { documentId: { $in: redirects.map(redirect => redirect.targetDocumentId) } });
  for (const wanted of moved) {
    const redirect = chooseRedirect(redirects.filter(({ oldSlug }) => oldSlug === wanted.slug), [wanted.locale, locale]);
    keep(wanted, targets.find(([first]) => first?.documentId === redirect?.targetDocumentId) ?? null);
  }
  return addresses;
}

function slugsOf(typed: TypedSlug[]): string[] {
  return [...new Set(typed.map(({ slug }) => slug))];
}

/** A slug is unique in a locale only: of two documents that share one, the first wished-for locale decides, then the source's. */
function chooseDocument(documents: AddressedVersion[][], slug: string, wished: (string | null)[]): AddressedVersion[] | null {
  const owners = documents.flatMap(versions => versions.filter(version => version.slug === slug).map(version => ({ versions, version })));
  const owner = wished.map(locale => owners.find(({ version }) => version.locale === locale)).find(found => found !== undefined)
    ?? owners.find(({ version }) => version.locale === sourceLocaleOf(version))
    ?? owners[0];
  return owner?.versions ?? null;
}

/** Of several documents that had a slug, the one that had it in the first wished-for locale, else any. */
function chooseRedirect<R extends { slugLocale: string | null }>(redirects: R[], wished: (string | null)[]): R | undefined {
  const inLocale = wished.map(locale => redirects.find(({ slugLocale }) => slugLocale === locale));
  return inLocale.find(found => found !== undefined) ?? redirects[0];
}

async function followRedirect(type: PagedType, slug: string, locale: string): Promise<AddressedVersion[]> {
  const redirects = await findAll('redirect', { filters: { type, oldSlug: slug } });
  const redirect = chooseRedirect(redirects, [locale]);
  if (redirect === undefined) throw notFound(`${type} "${slug}"`);
  const [versions = []] = await findVersions(type, { documentId: { $in: [redirect.targetDocumentId] } });
  return versions;
}
