/** What a page is known by when it comes back: its canonical address, or else its own title. */
export function identityOf(canonical: string | undefined, title: string): string {
  const address = wholeAddress(canonical);
  if (address === null) return `title: ${title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`;
  for (const name of [...address.searchParams.keys()]) if (name.startsWith('utm_')) address.searchParams.delete(name);
  return address.origin + address.pathname.replace(/\/+$/, '') + address.search;
}

/** An address with its site; null for one within a site, which two sites may share. */
export function wholeAddress(address: string | undefined): URL | null {
  const url = address === undefined ? null : URL.parse(address.trim());
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url : null;
}
