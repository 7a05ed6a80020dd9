/** What a site answers to an address; redirects are not followed. */
export interface Answer { status: number; headers: Headers; text: string }

/** Asks a site, for each address once. */
export function askOnce(siteUrl: string): (path: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (path) => {
    const known = answers.get(path) ?? fetch(siteUrl + path, { redirect: 'manual' })
      .then(async response => ({ status: response.status, headers: response.headers, text: await response.text() }));
    answers.set(path, known);
    return known;
  };
}
