import { isLocale } from './locales';

/** Types whose documents have a page of their own, with the segment under which it lives. */
const documentSegments = {
  article: 'articles',
  treatment: 'treatments',
  clinic: 'clinics',
  condition: 'conditions',
  person: 'people',
  page: 'pages',
} as const;

export type PagedType = keyof typeof documentSegments;

/** Pages that are not made of one document. */
export const sections = ['', 'articles', 'treatments', 'clinics', 'costs', 'reviews', 'glossary', 'request', 'search'] as const;

export type Section = (typeof sections)[number];

/** Pages that a script makes handier. They are whole without it; all other pages have none. */
export const scriptedSections = ['costs', 'clinics'] as const satisfies Section[];

/** `/ru/articles/slug` */
export function documentPath(type: PagedType, slug: string, locale: string): string {
  return `/${locale}/${documentSegments[type]}/${slug}`;
}

/** `/ru/costs?treatment=slug`; parameters that are null are left out. */
export function sectionPath(section: Section, locale: string, query: Record<string, string | null> = {}): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = set.length > 0 ? `?${new URLSearchParams(set)}` : '';
  return `/${locale}${section === '' ? '' : `/${section}`}${search}`;
}

/** The sheet of questions of a treatment, with a second language where one is asked for. */
export function sheetPath(treatmentPath: string, second: string | null = null): string {
  return `${treatmentPath}/questions${second === null ? '' : `?with=${second}`}`;
}

/** The id of a question on the page that answers it, and of a term in the glossary: what links to them end in. */
export const questionId = (key: string) => `question-${key}`;
export const termId = (slug: string) => `term-${slug}`;

/** The feed of new articles: of a locale, by its home page, or on a treatment, by that one's page. */
export function feedPath(pagePath: string): string {
  return `${pagePath}/feed.xml`;
}

/** `/ru/sitemap.xml` */
export function sitemapPath(locale: string): string {
  return `${sectionPath('', locale)}/sitemap.xml`;
}

/** A path that someone typed, taken apart. */
export type TypedPath =
  | { kind: 'document'; type: PagedType; slug: string; locale: string | null; suffix: string }
  | { kind: 'section'; section: Section; suffix: string };

/**
 * Reads a path within the site, with or without the prefix of a locale.
 *
 * @returns null where no page can live at that path; `suffix` is the query and the fragment as typed.
 */
export function readPath(path: string): TypedPath | null {
  const [, pathname = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  if (!pathname.startsWith('/') || pathname.startsWith('//')) return null;
  const segments = pathname.split('/').filter(segment => segment !== '');
  const locale = segments[0] !== undefined && isLocale(segments[0]) ? segments[0] : null;
  const [segment = '', slug, ...rest] = locale === null ? segments : segments.slice(1);
  if (rest.length > 0) return null;
  if (slug === undefined) {
    const section = sections.find(known => known === segment);
    return section === undefined ? null : { kind: 'section', section, suffix };
  }
  const type = pagedTypes.find(known => documentSegments[known] === segment);
  return type === undefined ? null : { kind: 'document', type, slug, locale, suffix };
}

export const pagedTypes: PagedType[] = ['article', 'treatment', 'clinic', 'condition', 'person', 'page'];
