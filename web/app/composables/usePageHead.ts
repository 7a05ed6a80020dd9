import type { MaybeRefOrGetter } from 'vue';
import { feedPath, readPath, sectionPath, type PagedType, type Section } from '#shared/paths';
import { publicAddress } from '#shared/public-address';
import { describePage, jsonLd, type PageContext, type Things } from '#shared/structured-data/graph';
import type { DocumentPage, LanguageLink } from '#shared/views/page';
import type { ShareCard } from '#shared/views/share';

/** A feed that a reader can subscribe to. */
interface FeedLink { title: string; path: string }

interface PageHead {
  title: string;
  description: string;
  /** Of them come the canonical address, the alternates, and whether the page is indexed at all. */
  languages: LanguageLink[];
  /** Its number in a list. */
  page?: number;
  /** Language of its words, where it is not that of the address. */
  contentLocale?: string;
  /** Says in the terms of schema.org what the page shows. */
  describe?: (page: PageContext) => Things;
  /** Beside the feed of all articles. */
  feeds?: FeedLink[];
  /** What its share picture says, where that is not its title and description. */
  picture?: PictureWords;
}

/** Never made of what a visitor typed: anyone could have their words drawn under the name of the site. */
type PictureWords = Pick<ShareCard, 'title' | 'note'> & { kind?: string };

/** The lists in which documents stand. */
const lists: Partial<Record<PagedType, Exclude<Section, ''>>> = { article: 'articles', treatment: 'treatments', clinic: 'clinics' };

/** What the sections are called, whatever was chosen or looked for in them. */
const sectionTitles: Record<Exclude<Section, ''>, string> = {
  articles: 'article.list.title',
  treatments: 'treatment.list.title',
  clinics: 'clinic.list.title',
  costs: 'cost.list.title',
  reviews: 'review.list.title',
  glossary: 'glossary.title',
  request: 'request.title',
  search: 'search.title',
};

/** Title, description, canonical address, alternates, feeds, structured data and share picture of a page, of one that changes in place anew each time. */
export function usePageHead(page: MaybeRefOrGetter<PageHead>): void {
  const { t, locale } = useWords();
  const origin = useSiteOrigin();
  const brand = useSiteStore().settings?.brand ?? t('site.brand');
  const shareTags = useShareTags();

  useHead(() => {
    const { languages, page: number = 1, contentLocale, describe = describePage, feeds = [], picture, ...words } = toValue(page);
    const { canonical, indexed, alternates } = publicAddress(languages, locale, number);
    // Two pages of a list are two pages to a search engine.
    const onPage = (text: string) => (number > 1 ? t('list.onPage', { words: text, page: number }) : text);
    const [title, description] = [onPage(words.title), onPage(words.description)];

    const home = sectionPath('', locale);
    const path = readPath(canonical);
    const list = path?.kind === 'document' ? lists[path.type] : undefined;
    const context: PageContext = {
      origin,
      url: origin + canonical,
      title,
      description,
      language: contentLocale ?? locale,
      brand,
      trail: [
        { name: brand, path: home },
        ...(list === undefined ? [] : [{ name: t(sectionTitles[list]), path: sectionPath(list, locale) }]),
        ...(canonical === home ? [] : [{ name: words.title, path: canonical }]),
      ],
      invented: { person: t('fictitious.person'), clinic: t('fictitious.clinic') },
    };

    return {
      title: title.includes(brand) ? title : `${title} · ${brand}`,
      meta: [
        { name: 'description', content: description },
        ...(indexed ? [] : [{ name: 'robots', content: 'noindex' }]),
        ...shareTags({
          title,
          description,
          url: context.url,
          type: path?.kind === 'document' ? path.type : null,
          languages: alternates.map(({ hreflang }) => hreflang),
          card: {
            locale: context.language,
            brand,
            kind: null,
            title: path?.kind === 'section' && path.section !== '' ? t(sectionTitles[path.section]) : words.title,
            note: words.description,
            ...picture,
          },
        }),
      ],
      link: [
        { rel: 'canonical', href: origin + canonical },
        ...alternates.map(alternate => ({ rel: 'alternate' as const, hreflang: alternate.hreflang, href: origin + alternate.path })),
        ...[{ title: t('feed.articles'), path: feedPath(home) }, ...feeds].map(feed => ({
          rel: 'alternate' as const, type: 'application/atom+xml' as const, title: feed.title, href: feed.path,
        })),
      ],
      // For who asks for the address, not for a browser that has changed the page in place.
      script: import.meta.server ? [{ type: 'application/ld+json', innerHTML: jsonLd(describe(context), context) }] : [],
    };
  });
}

interface DocumentHead<View> {
  describe?: (view: View, page: PageContext) => Things;
  feeds?: FeedLink[];
  /** What its share picture says beside its title, in the words of the document's language. */
  picture?: (words: ReturnType<typeof useWords>) => { kind?: string; note: string | null };
}

/** The head of a page that shows one document. */
export function useDocumentHead<View extends DocumentPage>(
  view: View,
  { describe = (_view, page) => describePage(page), feeds, picture = () => ({ note: null }) }: DocumentHead<View> = {},
): void {
  const { headTitle, title, description, languages, contentLocale, path } = view;
  const read = readPath(path);
  const words = useWordsOf(contentLocale);
  usePageHead({
    title: headTitle,
    description,
    languages,
    contentLocale,
    feeds,
    describe: page => describe(view, page),
    picture: { title, ...(read?.kind === 'document' ? { kind: useSearchKinds(words).one(read.type) } : {}), ...picture(words) },
  });
}
