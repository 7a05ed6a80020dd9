/** What a document is called in messages, by whichever field of its type says so. */
export function titleOf(document: Record<string, unknown>): string | undefined {
  const { title, name, brand, term, reference } = document;
  return [title, name, brand, term, reference].find(value => typeof value === 'string');
}
