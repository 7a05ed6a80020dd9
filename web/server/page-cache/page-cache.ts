import { LRUCache } from 'lru-cache';

import type { Change, Position } from '../cms/change-feed';
import { gather } from '../cms/dependencies';
import { keysOfChange, pageKey } from '../cms/surrogate-keys';
import type { CachedAddress } from './address';
import { DuePages } from './due-pages';
import { KnownPages, type Known } from './known-pages';
import { pack, type KnownPage, type Page, type Rendering } from './page';
import type { PageFiles } from './page-files';

const DAY_MS = 24 * 60 * 60 * 1000;
const SWEEP_MS = 30_000;
/** Two: while one waits for the CMS, the other one renders. */
const RENEWED_AT_ONCE = 2;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;
/** How long a page that fails by a fault of ours is left alone. */
const AFTER_FAULT_MS = 60_000;
/** Beside the bytes of a page: its headers and its place in the maps. */
const OVERHEAD_BYTES = 1024;

export interface PageCacheOptions {
  /** Asks the site itself. */
  render(address: string): Promise<Rendering>;
  /** Names to caches on the way what a rendering rests on, if they want to know. */
  named(rendering: Rendering, keys: ReadonlySet<string>): Rendering;
  /** Whether the CMS still says what a page was made of; throws in an outage. */
  saysTheSame(answers: ReadonlyMap<string, string>): Promise<boolean>;
  files: PageFiles;
  /** Names this build: pages of another one are served until they are rendered anew. */
  build: string;
  /** For pages that are files too, and as much again as a quarter of it for those that are not. */
  maxBytes: number;
  /** Told when no page waits any more: all that is kept is as the CMS was at that place of its feed. */
  settled(place: Position): void;
}

/** What has happened since some work began. */
interface Watch {
  changed: Set<string>;
  startedOver: boolean;
  /** The keys of what is gone: what rests on them may not be shown any more. */
  gone: Set<string>;
}

interface InMemory { page: KnownPage; known: Known }

/**
 * Pages, rendered when the content changes and not when a reader comes.
 *
 * A page whose content has changed is served as it was until it is rendered anew, which happens at once; one whose own document is gone
 * is served no more. An error never takes the place of a page.
 */
export class PageCache {
  private readonly pages = new KnownPages();
  private readonly due = new DuePages();
  /** Renderings that are under way, and readings of files. */
  private readonly flights = new Map<string, Promise<Page>>();
  private readonly readings = new Map<string, Promise<InMemory | undefined>>();
  private readonly watches = new Set<Watch>();
  private readonly filed: LRUCache<string, InMemory>;
  /** What is not a file: other choices of a list, redirects, what is not there. Apart, so that no number of them displaces a page. */
  private readonly passing: LRUCache<string, InMemory>;
  /** What is being done to the files of an address, one thing after another. */
  private readonly filing = new Map<string, Promise<void>>();
  /** Addresses whose files, if there are any, are not to be shown any more. */
  private readonly condemned = new Set<string>();
  private readonly sweep: NodeJS.Timeout;
  private place: Position | null = null;
  private renewing = 0;
  private urgent = 0;
  private pauseMs = 0;
  private faults = 0;
  private isPaused = false;
  private isStopped = false;

  constructor(private readonly options: PageCacheOptions) {
    this.filed = new LRUCache({ maxSize: options.maxBytes, sizeCalculation: sizeOf });
    this.passing = new LRUCache({
      maxSize: options.maxBytes / 4,
      sizeCalculation: sizeOf,
      dispose: ({ known }, address, reason) => {
        if (reason === 'evict' && this.pages.get(address) === known) this.pages.delete(address);
      },
    });
    this.sweep = setInterval(() => this.sweepOld(), SWEEP_MS).unref();
  }

  /** Learns which pages stand in files. To be awaited before changes are told. */
  async load(): Promise<void> {
    for await (const { address, build, until, keys } of this.options.files.list()) {
      if (this.pages.get(address) !== undefined) continue;
      const known = this.pages.set(fromFile(address, until, build !== this.options.build), keys);
      if (known.isStale) this.due.add(address, 'later');
    }
    this.renew();
  }

  /** How many pages are known. */
  get size(): number {
    return this.pages.size;
  }

  /** The page at exactly this address, if it is in memory and as it should be. */
  peek(address: string): Page | undefined {
    const found = this.inMemory(address);
    if (found === undefined || isOld(found.known)) return undefined;
    found.known.isRead = true;
    return found.page;
  }

  /** The page at an address: what is kept, be it old, or else a rendering, for which all wait who ask for it at a time. */
  async get({ address, kept }: CachedAddress): Promise<Page> {
    const found = this.inMemory(address) ?? (kept === 'files' ? await this.fromFiles(address) : undefined);
    if (found === undefined) return this.render(address, kept);
    found.known.isRead = true;
    if (isOld(found.known) && !found.known.isFailing) {
      this.due.add(address, 'first');
      this.renew();
    }
    return found.page;
  }

  /** @param changes in the order of their commits. */
  changed(changes: Change[]): void {
    const [edited, withdrawn, all, gone] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
    let isEverything = false;
    for (const change of changes) {
      const keys = keysOfChange(change);
      isEverything ||= keys === null;
      keys?.forEach(key => all.add(key));
      if (change.action === 'gone') keys?.forEach(key => gone.add(key));
      if (change.documentId !== null && change.action !== 'linked') (change.action === 'gone' ? withdrawn : edited).add(pageKey(change.documentId));
    }
    for (const watch of this.watches) {
      all.forEach(key => watch.changed.add(key));
      gone.forEach(key => watch.gone.add(key));
    }
    // What was begun before is no answer to those who come after.
    if (gone.size > 0) this.flights.clear();
    for (const { address } of this.pages.restingOn(withdrawn)) this.forget(address);
    if (isEverything) return this.startOver();
    const own = this.pages.restingOn(edited);
    for (const page of this.pages.restingOn(all)) this.expire(page, own.has(page));
    this.renew();
  }

  /** Anything may be old. */
  startOver(): void {
    for (const watch of this.watches) watch.startedOver = true;
    for (const page of [...this.pages.all()]) this.expire(page, false);
    this.renew();
  }

  /** All changes up to a place of the feed have been told. */
  reached(place: Position): void {
    this.place = place;
    // The CMS is there again: what failed need not wait any longer.
    this.isPaused = false;
    this.renew();
  }

  /** Renders no more by itself, and waits for what is being written. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.sweep);
    await Promise.allSettled(this.flights.values());
    await Promise.all(this.filing.values());
  }

  private inMemory(address: string): InMemory | undefined {
    return this.filed.get(address) ?? this.passing.get(address);
  }

  private fromFiles(address: string): Promise<InMemory | undefined> {
    const reading = this.readings.get(address) ?? this.readFile(address).finally(() => this.readings.delete(address));
    this.readings.set(address, reading);
    return reading;
  }

  private async readFile(address: string): Promise<InMemory | undefined> {
    await this.filing.get(address);
    if (this.condemned.has(address)) return this.inMemory(address);
    const before = this.pages.get(address);
    const read = await this.options.files.read(address);
    const now = this.pages.get(address);
    // Rendered, or taken away, while the files were read.
    if (read === null || now !== before) return this.inMemory(address);
    const { page, build } = read;
    const known = now ?? this.pages.set(fromFile(address, page.dependencies.until, build !== this.options.build), page.dependencies.keys);
    const found = { page, known };
    this.filed.set(address, found);
    return found;
  }

  private render(address: string, kept: CachedAddress['kept']): Promise<Page> {
    const underWay = this.flights.get(address);
    if (underWay !== undefined) return underWay;
    const page = this.watching(watch => this.make(address, kept, watch)).finally(() => {
      if (this.flights.get(address) === page) this.flights.delete(address);
      this.settle();
    });
    this.flights.set(address, page);
    return page;
  }

  private async watching<Result>(work: (watch: Watch) => Promise<Result>): Promise<Result> {
    const watch: Watch = { changed: new Set(), startedOver: false, gone: new Set() };
    this.watches.add(watch);
    return work(watch).finally(() => this.watches.delete(watch));
  }

  private async make(address: string, kept: CachedAddress['kept'], watch: Watch): Promise<Page> {
    const { result, dependencies: { keys, answers, isStale, until } } = await gather(() => this.options.render(address));
    const rendering = kept === 'none' ? asOwn(result) : this.options.named(result, keys);
    const page: KnownPage = { ...await pack(rendering), dependencies: { keys, until: Math.min(until, Date.now() + DAY_MS * (0.9 + Math.random() / 10)) } };
    if (result.status >= 500 || isStale) {
      this.failed(address, isStale ? 503 : result.status);
      return this.pages.get(address) === undefined ? page : (this.inMemory(address) ?? await this.fromFiles(address))?.page ?? page;
    }
    this.pauseMs = 0;
    const isKept = kept !== 'none' && !/no-store|private/.test(result.headers['cache-control'] ?? '');
    if (isKept && keys.isDisjointFrom(watch.gone)) await this.keep(address, kept, page, answers, watch);
    else this.renewAgain(address);
    return page;
  }

  /** What was rendered may not be kept: what it would have taken the place of still waits. */
  private renewAgain(address: string): void {
    const present = this.pages.get(address);
    if (present === undefined || !isOld(present)) return;
    this.due.add(address, 'first');
    this.renew();
  }

  private async keep(address: string, kept: 'files' | 'memory', page: KnownPage, answers: Known['answers'], watch: Watch): Promise<void> {
    const before = this.pages.get(address);
    const isFile = kept === 'files' && page.status === 200;
    const { keys, until } = page.dependencies;
    const isStale = hasChanged(keys, watch);
    // Somebody else has rendered it since.
    if (isStale && before !== undefined && !isOld(before)) return;
    const known = this.pages.set({ address, kept, isFile, until, isStale, isRead: false, isFailing: false, answers }, keys);
    this.due.delete(address);
    this.filed.delete(address);
    this.passing.delete(address);
    (isFile ? this.filed : this.passing).set(address, { page, known });
    if (isFile) await this.writeFile(address, page, known);
    else if (before?.isFile === true) await this.removeFile(address);
    // There is no room for it.
    if (!isFile && !this.passing.has(address) && this.pages.get(address) === known) this.pages.delete(address);
    // Changed while it was rendered or written.
    if (!known.isStale || this.pages.get(address) !== known) return;
    this.expire(known, true);
    this.renew();
  }

  private writeFile(address: string, page: KnownPage, known: Known): Promise<void> {
    return this.inTurn(address, async () => {
      // Nothing may stand in files but what is known last.
      if (this.pages.get(address) !== known) return;
      try {
        await this.options.files.write(address, page);
        if (this.pages.get(address) === known) this.condemned.delete(address);
      } catch (error) {
        // It is served from memory all the same; an old file would outlive it.
        console.error(`The page ${address} could not be written`, error);
        known.isFile = false;
        this.condemned.add(address);
        await this.takeFileAway(address);
      }
    });
  }

  private removeFile(address: string): Promise<void> {
    this.condemned.add(address);
    return this.inTurn(address, () => this.takeFileAway(address));
  }

  private async takeFileAway(address: string): Promise<void> {
    try {
      await this.options.files.remove(address);
      this.condemned.delete(address);
    } catch (error) {
      console.error(`The page ${address} could not be taken away`, error);
    }
  }

  private inTurn(address: string, work: () => Promise<void>): Promise<void> {
    const done = (this.filing.get(address) ?? Promise.resolve()).then(work).finally(() => {
      if (this.filing.get(address) === done) this.filing.delete(address);
      this.settle();
    });
    this.filing.set(address, done);
    return done;
  }

  /** What people look at is made anew; an answer that nobody has asked for again, or that is no page, is made when somebody asks. */
  private expire(page: Known, isEdited: boolean): void {
    page.isStale = true;
    const { address, isFile, isRead } = page;
    const status = this.inMemory(address)?.page.status;
    if (!isFile && (!isRead || status !== 200)) return this.forget(address);
    this.due.add(address, isEdited ? 'first' : isRead ? 'soon' : 'later');
  }

  private forget(address: string): void {
    const isFile = this.pages.get(address)?.isFile === true;
    this.pages.delete(address);
    this.due.delete(address);
    this.filed.delete(address);
    this.passing.delete(address);
    if (isFile) void this.removeFile(address);
  }

  private renew(): void {
    while (!this.isPaused && !this.isStopped && this.renewing < RENEWED_AT_ONCE && (this.urgent === 0 || this.due.isUrgent)) {
      const next = this.due.take();
      if (next === undefined) break;
      const { address } = next;
      const known = this.pages.get(address);
      if (known === undefined || !isOld(known)) continue;
      // What was edited has the CMS and this process to itself.
      const urgent = next.urgency === 'first' ? 1 : 0;
      this.urgent += urgent;
      this.renewing += 1;
      void this.renewOne(known)
        .catch((error: unknown) => {
          console.error(`The page ${address} could not be rendered`, error);
          this.failed(address, 500);
        })
        .finally(() => {
          this.urgent -= urgent;
          this.renewing -= 1;
          this.renew();
        });
    }
    this.settle();
  }

  /** A change may leave what a page shows as it was: an article that the front page features was published, and the footer is the same. */
  private async renewOne(known: Known): Promise<void> {
    const { address, answers, kept } = known;
    if (answers !== null && Date.now() < known.until && await this.holds(known, answers)) return;
    await this.render(address, kept);
  }

  private holds(known: Known, answers: ReadonlyMap<string, string>): Promise<boolean> {
    return this.watching(async (watch) => {
      // In an outage the rendering will find out about it.
      const holds = await this.options.saysTheSame(answers).catch(() => false);
      const keys = new Set(known.restsOn.map(({ key }) => key));
      if (!holds || hasChanged(keys, watch) || this.pages.get(known.address) !== known) return false;
      known.isStale = false;
      known.isFailing = false;
      return true;
    });
  }

  /** During an outage nothing else would come of other pages; a fault of ours is one page's own. */
  private failed(address: string, status: number): void {
    const known = this.pages.get(address);
    if (known === undefined) return;
    known.isFailing = true;
    if (status !== 503) {
      this.faults += 1;
      setTimeout(() => {
        this.faults -= 1;
        this.due.add(address, 'later');
        this.renew();
      }, AFTER_FAULT_MS).unref();
      return;
    }
    // Not first: what lasts would keep all others waiting.
    this.due.add(address, 'soon');
    if (this.isPaused) return;
    this.isPaused = true;
    this.pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, this.pauseMs * 2));
    setTimeout(() => {
      this.isPaused = false;
      this.renew();
    }, this.pauseMs).unref();
  }

  private settle(): void {
    const isSettled = this.renewing + this.watches.size + this.faults + this.due.size + this.filing.size + this.condemned.size === 0;
    if (isSettled && this.place !== null) this.options.settled(this.place);
  }

  private sweepOld(): void {
    const now = Date.now();
    for (const page of [...this.pages.all()]) if (!page.isStale && now >= page.until) this.expire(page, false);
    for (const address of this.condemned) if (!this.filing.has(address)) void this.removeFile(address);
    this.renew();
  }
}

/** What is known of a page that only its files tell of. */
function fromFile(address: string, until: number, isStale: boolean): Omit<Known, 'restsOn'> {
  return { address, kept: 'files', isFile: true, until, isStale, isRead: false, isFailing: false, answers: null };
}

/** Of a visitor alone, whatever it is: an error says of itself that it may be stored. */
function asOwn(rendering: Rendering): Rendering {
  return { ...rendering, headers: { ...rendering.headers, 'cache-control': 'private, no-store' } };
}

function isOld({ isStale, until }: Known): boolean {
  return isStale || Date.now() >= until;
}

function hasChanged(keys: Set<string>, { changed, startedOver }: Watch): boolean {
  return startedOver || !changed.isDisjointFrom(keys);
}

function sizeOf({ page: { brotli, gzip, dependencies } }: InMemory): number {
  return brotli.length + gzip.length + 32 * dependencies.keys.size + OVERHEAD_BYTES;
}
