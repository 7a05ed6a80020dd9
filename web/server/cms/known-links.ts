import type { Change } from './change-feed';

/** Where the links of a document lead, as digests by language and link. */
interface LinksOfDocument { type: string; digests: Map<string, string> }

/**
 * Tells links that lead elsewhere from those that were only made anew. Strapi makes all links to a document anew whenever it is
 * published; without this, each publication would make old whatever leads to it.
 *
 * What is known of a link is where it leads in all that is kept: as long as each answer that is kept was given at a place of the log
 * which this follower had reached, a link that leads where it is known to lead has changed nothing.
 */
export class KnownLinks {
  /** By document. */
  private readonly known = new Map<string, LinksOfDocument>();
  private reachedSequence = -1;

  /** Parts changes into what is news and what has only passed: links that were taken away and made again. */
  sift(changes: Change[]): { news: Change[]; passed: Change[] } {
    const news: Change[] = [];
    const passed: Change[] = [];
    for (const change of changes) (this.isAsBefore(change) ? passed : news).push(change);
    return { news, passed };
  }

  /** All changes up to this number of the log have been told. */
  reached(sequence: number): void {
    this.reachedSequence = sequence;
  }

  /**
   * An answer has come. Where it may tell of changes that this follower has not been told of, it may also have been given between two of
   * them that cancel each other: of what it rests on, nothing is known any more.
   *
   * @param sequence the answer tells of no change behind this number; Infinity where it is not known.
   * @param keys what the answer rests on.
   */
  answered(sequence: number, keys: ReadonlySet<string>): void {
    if (sequence <= this.reachedSequence) return;
    for (const [documentId, { type }] of this.known) if (keys.has(documentId) || keys.has(`list:${type}`)) this.known.delete(documentId);
  }

  /** Nothing is known any more. */
  forget(): void {
    this.known.clear();
  }

  private isAsBefore({ type, documentId, locale, action, by, leadsTo }: Change): boolean {
    if (action === 'linked') return false;
    if (documentId === null) {
      this.forget();
      return false;
    }
    if (action !== 'relinked' || leadsTo === null) {
      this.known.delete(documentId);
      return false;
    }
    const { digests } = this.known.get(documentId) ?? { digests: new Map<string, string>() };
    const link = `${locale} ${by}`;
    const isAsBefore = digests.get(link) === leadsTo;
    this.known.set(documentId, { type, digests: digests.set(link, leadsTo) });
    return isAsBefore;
  }
}
