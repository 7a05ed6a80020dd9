import { writeXml } from './xml';

export interface Feed {
  title: string;
  subtitle: string | null;
  language: string;
  /** Its own address. */
  path: string;
  /** The page whose news it brings. */
  pagePath: string;
  publisher: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  documentId: string;
  path: string;
  title: string;
  summary: string;
  author: string | null;
  /** ISO date or date and time. */
  updated: string;
}

/** A feed without entries has never changed; Atom asks for a date all the same. */
const never = '1970-01-01';

/**
 * Writes an Atom feed (RFC 4287), the newest entry first.
 *
 * @param origin of the site. An entry's id is made of its host and the document: it outlives a changed slug.
 */
export function writeFeed(feed: Feed, origin: string): string {
  const { hostname } = new URL(origin);
  const entries = feed.entries.toSorted((one, other) => other.updated.localeCompare(one.updated));
  return writeXml('feed', {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xml:lang': feed.language,
    'id': origin + feed.path,
    'title': feed.title,
    'subtitle': feed.subtitle ?? undefined,
    'updated': moment(entries[0]?.updated ?? never),
    'author': { name: feed.publisher },
    'link': [
      { '@rel': 'self', '@type': 'application/atom+xml', '@href': origin + feed.path },
      { '@rel': 'alternate', '@type': 'text/html', '@hreflang': feed.language, '@href': origin + feed.pagePath },
    ],
    'entry': entries.map(({ documentId, path, title, summary, author, updated }) => ({
      id: `tag:${hostname},2026:${documentId}:${feed.language}`,
      title,
      updated: moment(updated),
      ...(author === null ? {} : { author: { name: author } }),
      link: { '@rel': 'alternate', '@type': 'text/html', '@hreflang': feed.language, '@href': origin + path },
      summary,
    })),
  });
}

function moment(date: string): string {
  return new Date(date).toISOString();
}
