import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/**
 * Lets any number of followers wait for the log to grow, at the price of one small query at a time while anybody waits.
 * It looks rather than listens: other instances and scripts write to the log too.
 *
 * @param readSequence the number of the last row.
 */
export class HeadWatch {
  private readonly waiting = new Set<(sequence: number | null) => void>();
  private isLooking = false;
  private isStopped = false;

  constructor(private readonly readSequence: () => Promise<number>) {}

  /**
   * Waits until the log's end is another than `sequence`; gives up after a time, when the caller goes away, or when the CMS ends.
   *
   * @throws what the database throws.
   */
  async differsFrom(sequence: number, limitMs: number, goneAway: AbortSignal): Promise<void> {
    if (this.isStopped) return;
    const limit = AbortSignal.any([AbortSignal.timeout(limitMs), goneAway]);
    // One that fired before tells no listener.
    if (limit.aborted) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        this.waiting.delete(look);
        resolve();
      };
      const look = (head: number | null) => {
        if (head !== sequence) end();
      };
      this.waiting.add(look);
      limit.addEventListener('abort', end, { once: true });
      void this.look();
    });
  }

  /** Lets everybody go who waits. */
  stop(): void {
    this.isStopped = true;
    this.tell(null);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.waiting.size > 0) {
      // A database that does not answer says so to those who then read from it.
      this.tell(await this.readSequence().catch(() => null));
      await delay(LOOK_EVERY_MS);
    }
    this.isLooking = false;
  }

  private tell(sequence: number | null): void {
    for (const look of this.waiting) look(sequence);
  }
}
