import { inBackground } from '../cms/background';
import { DuePages, type Urgency } from './due-pages';
import { isOld, type Known, type KnownPages } from './known-pages';

/** Two: while one waits for the CMS, the other one renders. */
const AT_ONCE = 2;
/** How long all else waits after a page that was edited: the next language is often published right after, and this machine's CMS is busy with it. */
const CALM_MS = 150;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;
/** How long a page that fails by a fault of ours is left alone. */
const AFTER_FAULT_MS = 60_000;

/** Renders what is old anew, in the order of its urgency, a few at a time; an outage is waited out. */
export class Renewal {
  private readonly due = new DuePages();
  private running = 0;
  private urgent = 0;
  private faults = 0;
  private calming: NodeJS.Timeout | undefined;
  private pauseMs = 0;
  private isPaused = false;
  private isCalm = true;
  private isStopped = false;

  /**
   * @param pages which of them are old.
   * @param renew makes one anew.
   * @param rested told whenever nothing can be done at once.
   */
  constructor(private readonly pages: KnownPages, private readonly renew: (page: Known) => Promise<void>, private readonly rested: () => void) {}

  /** Whether nothing waits and nothing is under way. */
  get isIdle(): boolean {
    return this.running + this.faults + this.due.size === 0;
  }

  add(address: string, urgency: Urgency): void {
    this.due.add(address, urgency);
  }

  delete(address: string): void {
    this.due.delete(address);
  }

  /** Does what can be done now. */
  run(): void {
    while (!this.isPaused && !this.isStopped && this.running < AT_ONCE && ((this.urgent === 0 && this.isCalm) || this.due.isUrgent)) {
      const next = this.due.take();
      if (next === undefined) break;
      const page = this.pages.get(next.address);
      if (page !== undefined && isOld(page)) this.start(page, next.urgency);
    }
    this.rested();
  }

  /** The CMS is there: what failed need not wait any longer. */
  resume(): void {
    this.isPaused = false;
    this.run();
  }

  succeeded(): void {
    this.pauseMs = 0;
  }

  /** During an outage (503) nothing else would come of other pages; a fault of ours is one page's own. */
  failed(address: string, status: number): void {
    const page = this.pages.get(address);
    if (page === undefined) return;
    page.isFailing = true;
    if (status === 503) {
      // Not first: what lasts would keep all others waiting.
      this.due.add(address, 'soon');
      this.pause();
      return;
    }
    this.faults += 1;
    setTimeout(() => {
      this.faults -= 1;
      this.due.add(address, 'later');
      this.run();
    }, AFTER_FAULT_MS).unref();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.calming);
  }

  private start(page: Known, urgency: Urgency): void {
    // What was edited has the CMS and this process to itself.
    const urgent = urgency === 'first' ? 1 : 0;
    this.urgent += urgent;
    this.running += 1;
    const renewed = urgency === 'first' ? this.renew(page) : inBackground(() => this.renew(page));
    void renewed
      .catch((error: unknown) => {
        console.error(`The page ${page.address} could not be rendered`, error);
        this.failed(page.address, 500);
      })
      .finally(() => {
        this.urgent -= urgent;
        this.running -= 1;
        if (urgent > 0) this.calmDown();
        this.run();
      });
  }

  private calmDown(): void {
    this.isCalm = false;
    clearTimeout(this.calming);
    this.calming = setTimeout(() => {
      this.isCalm = true;
      this.run();
    }, CALM_MS);
  }

  private pause(): void {
    if (this.isPaused) return;
    this.isPaused = true;
    this.pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, this.pauseMs * 2));
    setTimeout(() => this.resume(), this.pauseMs).unref();
  }
}
