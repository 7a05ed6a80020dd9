/** What has happened since some work began. */
export interface Watch {
  /** The keys of what has changed. */
  changed: Set<string>;
  /** The keys of what is gone: what rests on them may not be shown any more. */
  gone: Set<string>;
  /** Whether anything may have changed. */
  startedOver: boolean;
}

/** Work that a change may overtake. */
export class Watches {
  private readonly watches = new Set<Watch>();

  get size(): number {
    return this.watches.size;
  }

  /** Does some work, which can see at its end what has happened meanwhile. */
  async during<Result>(work: (watch: Watch) => Promise<Result>): Promise<Result> {
    const watch: Watch = { changed: new Set(), gone: new Set(), startedOver: false };
    this.watches.add(watch);
    return work(watch).finally(() => this.watches.delete(watch));
  }

  tell(changed: Set<string>, gone: Set<string>): void {
    for (const watch of this.watches) {
      changed.forEach(key => watch.changed.add(key));
      gone.forEach(key => watch.gone.add(key));
    }
  }

  startOver(): void {
    for (const watch of this.watches) watch.startedOver = true;
  }
}

/** Whether something that rests on keys may be old by now. */
export function isOvertaken(keys: ReadonlySet<string>, { changed, startedOver }: Watch): boolean {
  return startedOver || !changed.isDisjointFrom(keys);
}
