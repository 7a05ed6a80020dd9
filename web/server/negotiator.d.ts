/** What is used of negotiator 1, whose published types are those of an older version. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> });
    /** @returns undefined where none of them is acceptable. */
    encoding(available: string[], options: { preferred: string[] }): string | undefined;
  }
}
