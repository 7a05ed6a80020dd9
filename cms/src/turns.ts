/** What waits goes on after this long, however much else there is to do: the site gives an answer up after 2.5 s. */
const LONGEST_WAIT_MS = 500;

/** Has some work wait until none that is more urgent is under way, and then go one after the other. */
export class Turns {
  private urgent = 0;
  private between = 0;
  private readonly waiting = new Set<() => void>();

  /** Does work that somebody waits for. */
  async atOnce<Result>(work: () => Promise<Result>): Promise<Result> {
    this.urgent += 1;
    try {
      return await work();
    } finally {
      this.urgent -= 1;
      this.wakeNext();
    }
  }

  /** Does work that can wait, in its turn. */
  async inBetween<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isBusy) await this.turn();
    else this.between += 1;
    try {
      return await work();
    } finally {
      this.between -= 1;
      this.wakeNext();
    }
  }

  private get isBusy(): boolean {
    return this.urgent + this.between > 0;
  }

  private turn(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(limit);
        this.waiting.delete(go);
        // From this moment: nobody else may begin before those who wait for the promise go on.
        this.between += 1;
        resolve();
      };
      const limit = setTimeout(go, LONGEST_WAIT_MS);
      this.waiting.add(go);
    });
  }

  private wakeNext(): void {
    const [next] = this.waiting;
    if (next !== undefined && !this.isBusy) next();
  }
}
