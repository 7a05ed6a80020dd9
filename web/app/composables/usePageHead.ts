import { defaultLocale } from '#shared/locales';
import type { DocumentPage, LanguageLink } from '#shared/views/page';

interface PageHead {
  title: string;
  description: string;
  languages: LanguageLink[];
  /** The address that search engines keep; the page's own path unless given. */
  canonicalPath?: string;
  /** False where the words are not in the visitor's language. */
  indexed?: boolean;
}

/** Title, description, canonical address and alternates of a page. */
export function usePageHead({ title, description, languages, canonicalPath, indexed = true }: PageHead): void {
  const origin = useSiteOrigin();
  const site = useSiteStore();
  const brand = site.settings?.brand;
  // Alternates are of the canonical address: what a reader filtered is kept by the language links alone.
  const published = indexed
    ? languages.filter(language => language.published).map(({ locale, path }) => ({ locale, path: path.replace(/\?.*$/, '') }))
    : [];
  const fallback = published.find(language => language.locale === defaultLocale) ?? published[0];

  useHead({
    title: brand === undefined || title.includes(brand) ? title : `${title} · ${brand}`,
    meta: [
      { name: 'description', content: description },
      ...(indexed ? [] : [{ name: 'robots', content: 'noindex' }]),
    ],
    link: [
      { rel: 'canonical', href: origin + (canonicalPath ?? useRoute().path) },
      ...published.map(({ locale, path }) => ({ rel: 'alternate' as const, hreflang: locale, href: origin + path })),
      ...(fallback ? [{ rel: 'alternate' as const, hreflang: 'x-default', href: origin + fallback.path }] : []),
    ],
  });
}

/** The head of a page that shows one document. */
export function useDocumentHead(page: DocumentPage): void {
  usePageHead({
    title: page.headTitle,
    description: page.description,
    languages: page.languages,
    canonicalPath: page.path,
    indexed: page.locale === page.contentLocale,
  });
}
