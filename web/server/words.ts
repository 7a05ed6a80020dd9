// The types of the routes reach the pages, whose own files do not name it.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- what it declares is no file that could be imported
/// <reference path="./catalogues.d.ts" />
import catalogues from '#catalogues';

/**
 * A message of the catalogue for what is written outside of Vue, such as files.
 *
 * @param key as in `useWords`.
 * @param named what stands in the places of the message.
 * @throws where the locale has no such message.
 */
export function message(locale: string, key: string, named: Record<string, string> = {}): string {
  const names = key.split('.');
  const last = names.pop() ?? '';
  let group = catalogues[locale];
  for (const name of names) {
    const inner = group?.[name];
    group = typeof inner === 'object' ? inner : undefined;
  }
  const text = group?.[last];
  if (typeof text !== 'string') throw new Error(`There is no message ${key} in ${locale}`);
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => named[name] ?? place);
}
