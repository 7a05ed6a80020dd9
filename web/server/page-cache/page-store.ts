import { LRUCache } from 'lru-cache';

import { KnownPages, type Known } from './known-pages';
import type { KnownPage } from './page';
import type { PageFiles } from './page-files';

/** Beside the bytes of a page: its headers and its place in the maps. */
const OVERHEAD_BYTES = 1024;

/** A page with its bytes. */
export interface InMemory { page: KnownPage; known: Known }

/** The pages that there are: what is known of each, its bytes in memory while there is room, and its files. */
export class PageStore {
  readonly pages = new KnownPages();
  private readonly filed: LRUCache<string, InMemory>;
  /** What is not a file: other choices of a list, redirects, what is not there. Apart, so that no number of them displaces a page. */
  private readonly passing: LRUCache<string, InMemory>;
  private readonly readings = new Map<string, Promise<InMemory | undefined>>();
  /** What is being done to the files of an address, one thing after another. */
  private readonly filing = new Map<string, Promise<void>>();
  /** Addresses whose files, if there are any, are not to be shown any more. */
  private readonly condemned = new Set<string>();

  /**
   * @param build names this build: pages of another one are old.
   * @param maxBytes for pages that are files too, and as much again as a quarter of it for those that are not.
   * @param rested told whenever something that was done to files is done.
   */
  constructor(private readonly files: PageFiles, private readonly build: string, maxBytes: number, private readonly rested: () => void) {
    this.filed = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf });
    this.passing = new LRUCache({
      maxSize: maxBytes / 4,
      sizeCalculation: sizeOf,
      dispose: ({ known }, address, reason) => {
        if (reason === 'evict' && this.pages.get(address) === known) this.pages.delete(address);
      },
    });
  }

  /** Whether all files are as they should be. */
  get isIdle(): boolean {
    return this.filing.size + this.condemned.size === 0;
  }

  /** Learns which pages stand in files. */
  async load(): Promise<void> {
    for await (const { address, build, until, keys } of this.files.list()) {
      if (this.pages.get(address) === undefined) this.pages.set(this.fromFile(address, until, build), keys);
    }
  }

  /** A page that is in memory. */
  get(address: string): InMemory | undefined {
    return this.filed.get(address) ?? this.passing.get(address);
  }

  /** A page from its files, which are read once for all who ask. */
  read(address: string): Promise<InMemory | undefined> {
    const reading = this.readings.get(address) ?? this.readFiles(address).finally(() => this.readings.delete(address));
    this.readings.set(address, reading);
    return reading;
  }

  /** Puts a page in the place of what was known of its address. */
  async put(page: KnownPage, known: Omit<Known, 'restsOn'>): Promise<Known> {
    const { address, isFile } = known;
    const before = this.pages.get(address);
    const present = this.pages.set(known, page.dependencies.keys);
    this.filed.delete(address);
    this.passing.delete(address);
    (isFile ? this.filed : this.passing).set(address, { page, known: present });
    if (isFile) await this.writeFiles(page, present);
    else if (before?.isFile === true) await this.removeFiles(address);
    // There is no room for it.
    if (!isFile && !this.passing.has(address) && this.pages.get(address) === present) this.pages.delete(address);
    return present;
  }

  /** Knows of a page no more. */
  forget(address: string): void {
    const isFile = this.pages.get(address)?.isFile === true;
    this.pages.delete(address);
    this.filed.delete(address);
    this.passing.delete(address);
    if (isFile) void this.removeFiles(address);
  }

  /** Tries again to take away what could not be taken away. */
  sweep(): void {
    for (const address of this.condemned) if (!this.filing.has(address)) void this.removeFiles(address);
  }

  /** Waits for what is being done to files. */
  async stop(): Promise<void> {
    await Promise.all(this.filing.values());
  }

  private async readFiles(address: string): Promise<InMemory | undefined> {
    await this.filing.get(address);
    if (this.condemned.has(address)) return this.get(address);
    const before = this.pages.get(address);
    const read = await this.files.read(address);
    const now = this.pages.get(address);
    // Rendered, or taken away, while the files were read.
    if (read === null || now !== before) return this.get(address);
    const { page, build } = read;
    const known = now ?? this.pages.set(this.fromFile(address, page.dependencies.until, build), page.dependencies.keys);
    const found = { page, known };
    this.filed.set(address, found);
    return found;
  }

  /** What is known of a page that only its files tell of. */
  private fromFile(address: string, until: number, build: string): Omit<Known, 'restsOn'> {
    return { address, kept: 'files', isFile: true, until, isStale: build !== this.build, isRead: false, isFailing: false, answers: null };
  }

  private writeFiles(page: KnownPage, known: Known): Promise<void> {
    const { address } = known;
    return this.inTurn(address, async () => {
      // Nothing may stand in files but what is known last.
      if (this.pages.get(address) !== known) return;
      try {
        await this.files.write(address, page);
        if (this.pages.get(address) === known) this.condemned.delete(address);
      } catch (error) {
        // It is served from memory all the same; an old file would outlive it.
        console.error(`The page ${address} could not be written`, error);
        known.isFile = false;
        this.condemned.add(address);
        await this.takeAway(address);
      }
    });
  }

  private removeFiles(address: string): Promise<void> {
    this.condemned.add(address);
    return this.inTurn(address, () => this.takeAway(address));
  }

  private async takeAway(address: string): Promise<void> {
    try {
      await this.files.remove(address);
      this.condemned.delete(address);
    } catch (error) {
      console.error(`The page ${address} could not be taken away`, error);
    }
  }

  private inTurn(address: string, work: () => Promise<void>): Promise<void> {
    const done = (this.filing.get(address) ?? Promise.resolve()).then(work).finally(() => {
      if (this.filing.get(address) === done) this.filing.delete(address);
      this.rested();
    });
    this.filing.set(address, done);
    return done;
  }
}

function sizeOf({ page: { brotli, gzip, dependencies } }: InMemory): number {
  return brotli.length + gzip.length + 32 * dependencies.keys.size + OVERHEAD_BYTES;
}
