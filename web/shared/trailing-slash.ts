/**
 * Where a path that ends in slashes really lives, with its query.
 *
 * @returns null where the path needs no change.
 */
export function withoutTrailingSlash(address: string): string | null {
  const [path = '', ...query] = address.split('?');
  if (path === '/' || !path.endsWith('/')) return null;
  // One slash at the front: "//host/" in a Location header would lead to another site.
  const target = `/${path.replace(/^[/\\]+|\/+$/g, '')}`;
  return query.length === 0 ? target : `${target}?${query.join('?')}`;
}
