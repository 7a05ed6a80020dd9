/** A page that the cache knows; its bytes may be in memory, in files, or both. */
export interface Known {
  address: string;
  /** Where it is to be kept. */
  kept: 'files' | 'memory';
  /** Whether it stands in files. */
  isFile: boolean;
  /** Until when it is true even if nothing changes, in milliseconds since 1970. */
  until: number;
  /** Whether something that it rests on has changed, or another build made it. */
  isStale: boolean;
  /** What it is made of, where that is all by which it can be old. */
  answers: ReadonlyMap<string, string> | null;
  /** Whether readers have asked for it since the last rendering. */
  isRead: boolean;
  /** Whether the last attempt to render it anew has failed: it is tried again in its turn, however many ask for it. */
  isFailing: boolean;
  restsOn: Place[];
}

/** A key with the pages that rest on it. */
interface Place { key: string; pages: Set<Known> }

/** Which pages there are and what each rests on, both ways. */
export class KnownPages {
  private readonly byAddress = new Map<string, Known>();
  private readonly byKey = new Map<string, Place>();

  get size(): number {
    return this.byAddress.size;
  }

  get(address: string): Known | undefined {
    return this.byAddress.get(address);
  }

  all(): IterableIterator<Known> {
    return this.byAddress.values();
  }

  /** Notes a page in place of what was known of its address. */
  set(page: Omit<Known, 'restsOn'>, keys: Iterable<string>): Known {
    this.delete(page.address);
    const known: Known = { ...page, restsOn: [] };
    for (const key of keys) {
      const place = this.byKey.get(key) ?? { key, pages: new Set() };
      this.byKey.set(key, place);
      place.pages.add(known);
      known.restsOn.push(place);
    }
    this.byAddress.set(page.address, known);
    return known;
  }

  delete(address: string): void {
    const known = this.byAddress.get(address);
    if (known === undefined) return;
    this.byAddress.delete(address);
    for (const place of known.restsOn) {
      place.pages.delete(known);
      if (place.pages.size === 0) this.byKey.delete(place.key);
    }
  }

  /** The pages that rest on one of the keys. */
  restingOn(keys: Iterable<string>): Set<Known> {
    const pages = new Set<Known>();
    for (const key of keys) for (const page of this.byKey.get(key)?.pages ?? []) pages.add(page);
    return pages;
  }
}

/** Whether a page is to be made anew. */
export function isOld({ isStale, until }: Known): boolean {
  return isStale || Date.now() >= until;
}
