import { contentDate } from '../../shared/content-date';
import { pagedTypes, sectionPath, sections, type PagedType } from '../../shared/paths';
import { publicAddress } from '../../shared/public-address';
import { findAll } from '../cms/client';
import type { SitemapPage } from '../found/sitemap';
import { byDocument, languageLinks, languageLinksBy, type AddressedVersion } from './parts/versions';

const addressQuery = { fields: ['documentId', 'locale', 'sourceLocale', 'slug'], locale: '*' } as const;

type DatedVersion = AddressedVersion & { changedOn?: string | null; reviewedOn?: string | null };

const readVersions: { [Type in PagedType]: () => Promise<DatedVersion[]> } = {
  article: () => findAll('article', { ...addressQuery, fields: [...addressQuery.fields, 'changedOn', 'reviewedOn'] }),
  treatment: () => findAll('treatment', addressQuery),
  clinic: () => findAll('clinic', addressQuery),
  condition: () => findAll('condition', addressQuery),
  person: () => findAll('person', addressQuery),
  page: () => findAll('page', addressQuery),
};

/** Every page of a locale that search engines may keep: the lists, and each document with a version in it. Throws 503. */
export async function indexedPages(locale: string): Promise<SitemapPage[]> {
  const documents = await Promise.all(pagedTypes.map(type => documentPages(type, locale)));
  const lists = sections.map(section => ({ ...publicAddress(languageLinksBy(other => sectionPath(section, other)), locale), changedOn: null }));
  return [...lists, ...documents.flat()].filter(page => page.indexed);
}

async function documentPages(type: PagedType, locale: string): Promise<SitemapPage[]> {
  const documents = byDocument(await readVersions[type]());
  return [...documents.values()].map((versions) => {
    const own = versions.find(version => version.locale === locale);
    const changedOn = contentDate({ changedOn: own?.changedOn ?? null, reviewedOn: own?.reviewedOn ?? null });
    return { ...publicAddress(languageLinks(type, versions), locale), changedOn };
  });
}
