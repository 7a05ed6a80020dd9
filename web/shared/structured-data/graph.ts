import type { BreadcrumbList, Organization, Thing, WebPage, WebSite } from 'schema-dts';

/*
 * What a page says to machines, in the terms of schema.org; the library gives their types, and nothing of it runs.
 *
 * Nothing is claimed of what is invented. A fictitious person or clinic has a name, an address on this
 * site and a word that says so; no licence, certificate, place on the map or price that a machine would
 * take for a fact. Fictitious sources and prices are left out.
 */

/** What every description needs to know of its page. */
export interface PageContext {
  origin: string;
  /** Canonical, whole. */
  url: string;
  title: string;
  description: string;
  /** Of the words of the page. */
  language: string;
  brand: string;
  /** The way to the page from the home page, both included; only the home page where there is no way. */
  trail: { name: string; path: string }[];
  /** In words: "fictitious clinic". */
  invented: { person: string; clinic: string };
}

/** What a page is and shows. */
export type Things = Thing[];

/** What all kinds of `WebPage` say alike, to be spread into one. */
export function pageFacts({ origin, url, title, description, language, trail }: PageContext) {
  return {
    '@id': url,
    url,
    'name': title,
    description,
    'inLanguage': language,
    'isPartOf': { '@id': `${origin}/#site` },
    'publisher': { '@id': `${origin}/#organization` },
    ...(trail.length > 1 ? { breadcrumb: { '@id': `${url}#trail` } } : {}),
  } as const;
}

/** A page of which there is nothing more to say. */
export function describePage(page: PageContext): Things {
  const node: WebPage = { '@type': 'WebPage', ...pageFacts(page) };
  return [node];
}

/**
 * The whole description as it stands in the page: the text of a script element, in which nothing can end it.
 *
 * @param things what the page's own description says.
 */
export function jsonLd(things: Things, page: PageContext): string {
  const graph = [...things, website(page), organization(page), ...trail(page)];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
    // No-break spaces are set for the eye.
    .replaceAll('\u00A0', ' ')
    .replaceAll('<', '\\u003C');
}

function website({ origin, brand }: PageContext): WebSite {
  return { '@type': 'WebSite', '@id': `${origin}/#site`, 'url': `${origin}/`, 'name': brand, 'publisher': { '@id': `${origin}/#organization` } };
}

function organization({ origin, brand }: PageContext): Organization {
  return { '@type': 'Organization', '@id': `${origin}/#organization`, 'url': `${origin}/`, 'name': brand, 'logo': `${origin}/icon.svg` };
}

function trail({ origin, url, trail }: PageContext): BreadcrumbList[] {
  if (trail.length < 2) return [];
  const itemListElement = trail.map(({ name, path }, index) =>
    ({ '@type': 'ListItem' as const, 'position': index + 1, name, 'item': origin + path }));
  return [{ '@type': 'BreadcrumbList', '@id': `${url}#trail`, itemListElement }];
}
