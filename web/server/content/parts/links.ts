import { readPath, sectionPath, type PagedType } from '../../../shared/paths';
import { currentAddresses, slugKey, type TypedSlug } from './locate';

/** Leads from a link as it was typed to the address that it has now, or to null where there is none. */
export type LinkResolver = (typed: string) => string | null;

/** Links that lead away from the site, or stay on the page, need no look-up. */
const readyMade = /^(https?:\/\/|mailto:|tel:|#)/i;

/**
 * Looks up where the links of a page lead now, in one call for each type that they lead to.
 *
 * @param typed the addresses as they stand in the content: with or without a locale, with a slug of any locale.
 */
export async function resolveLinks(typed: Iterable<string>, locale: string): Promise<LinkResolver> {
  const wanted = new Map<PagedType, TypedSlug[]>();
  for (const href of typed) {
    const path = readPath(href);
    if (path?.kind === 'document') wanted.set(path.type, [...(wanted.get(path.type) ?? []), path]);
  }
  const found = await Promise.all([...wanted].map(async ([type, slugs]) => [type, await currentAddresses(type, slugs, locale)] as const));
  const addresses = new Map(found);
  return href => hrefIn(href, locale, (type, slug) => addresses.get(type)?.get(slugKey(slug)) ?? null);
}

/** The pure part of a resolver: what a typed link is, given the addresses of documents. */
export function hrefIn(typed: string, locale: string, addressOf: (type: PagedType, slug: TypedSlug) => string | null): string | null {
  if (readyMade.test(typed)) return typed;
  const path = readPath(typed);
  if (path === null) return null;
  if (path.kind === 'section') return sectionPath(path.section, locale) + path.suffix;
  const address = addressOf(path.type, path);
  return address === null ? null : address + path.suffix;
}
