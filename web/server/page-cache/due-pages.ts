/** How soon a page is to be rendered anew: what was itself edited, what people read, everything else. */
export type Urgency = 'first' | 'soon' | 'later';

const urgencies: Urgency[] = ['first', 'soon', 'later'];

/** The addresses that wait to be rendered anew, each once, in the order of their urgency and then of their coming. */
export class DuePages {
  private readonly waiting: Record<Urgency, Set<string>> = { first: new Set(), soon: new Set(), later: new Set() };

  get size(): number {
    return Object.values(this.waiting).reduce((sum, { size }) => sum + size, 0);
  }

  add(address: string, urgency: Urgency): void {
    // Whoever waits keeps the turn: what is asked for most would else be the last.
    const asUrgent = urgencies.slice(0, urgencies.indexOf(urgency) + 1);
    if (asUrgent.some(each => this.waiting[each].has(address))) return;
    this.delete(address);
    this.waiting[urgency].add(address);
  }

  delete(address: string): void {
    for (const addresses of Object.values(this.waiting)) addresses.delete(address);
  }

  /** Takes the next address; undefined where none waits. */
  take(): { address: string; urgency: Urgency } | undefined {
    for (const urgency of urgencies) {
      const [address] = this.waiting[urgency];
      if (address === undefined) continue;
      this.waiting[urgency].delete(address);
      return { address, urgency };
    }
    return undefined;
  }

  /** Whether something waits that comes before all else. */
  get isUrgent(): boolean {
    return this.waiting.first.size > 0;
  }
}
