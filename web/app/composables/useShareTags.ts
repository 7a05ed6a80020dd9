import { openGraphLocale } from '#shared/open-graph-locale';
import type { PagedType } from '#shared/paths';
import type { ShareCard } from '#shared/views/share';

interface Shared {
  title: string;
  description: string;
  url: string;
  /** Null for what is not made of one document. */
  type: PagedType | null;
  /** Codes of the languages in which search engines may find it, its own among them. */
  languages: string[];
  card: ShareCard;
}

type Tag = { content: string } & ({ property: string } | { name: string });

/** Makes the tags that say what is shown of a page where its address is passed on: Open Graph, which all networks read, with its picture. */
export function useShareTags(): (shared: Shared) => Tag[] {
  const origin = useSiteOrigin();
  // Only the server can seal the address of a picture, and crawlers read what it sends.
  const sharePath = useRequestEvent()?.context.sharePath;

  return ({ title, description, url, type, languages, card }) => {
    const path = sharePath?.({ ...card, title: typeset(card.title) });
    const own = openGraphLocale(card.locale);
    return [
      property('type', type === 'article' ? 'article' : type === 'person' ? 'profile' : 'website'),
      property('site_name', card.brand),
      property('title', title),
      property('description', description),
      property('url', url),
      property('locale', own),
      ...[...new Set(languages.filter(code => code !== 'x-default').map(openGraphLocale))].filter(code => code !== own).map(code => property('locale:alternate', code)),
      ...(path === undefined
        ? []
        : [
            property('image', origin + path),
            property('image:type', 'image/png'),
            property('image:width', '1200'),
            property('image:height', '630'),
            property('image:alt', [card.brand, card.kind, card.title, card.note].filter(words => words !== null).join('. ')),
            { name: 'twitter:card', content: 'summary_large_image' },
          ]),
    ];
  };
}

const property = (name: string, content: string): Tag => ({ property: `og:${name}`, content });
