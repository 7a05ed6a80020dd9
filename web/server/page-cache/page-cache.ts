import type { Change, Position } from '../cms/change-feed';
import { gather } from '../cms/dependencies';
import { keysOfChange, pageKey } from '../cms/surrogate-keys';
import type { CachedAddress } from './address';
import { isOld, type Known } from './known-pages';
import { pack, type KnownPage, type Page, type Rendering } from './page';
import type { PageFiles } from './page-files';
import { PageStore } from './page-store';
import { Renewal } from './renewal';
import { isOvertaken, Watches, type Watch } from './watches';

const DAY_MS = 24 * 60 * 60 * 1000;
const SWEEP_MS = 30_000;

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

/**
 * Pages, rendered when the content changes and not when a reader comes.
 *
 * A page whose content has changed is served as it was until it is rendered anew, which happens at once; one whose own document is gone
 * is served no more. An error never takes the place of a page.
 */
export class PageCache {
  private readonly store: PageStore;
  private readonly renewal: Renewal;
  private readonly watches = new Watches();
  /** Renderings that are under way. */
  private readonly flights = new Map<string, Promise<Page>>();
  private readonly sweep: NodeJS.Timeout;
  private place: Position | null = null;

  constructor(private readonly options: PageCacheOptions) {
    this.store = new PageStore(options.files, options.build, options.maxBytes, () => this.settle());
    this.renewal = new Renewal(this.store.pages, page => this.renew(page), () => this.settle());
    this.sweep = setInterval(() => this.sweepOld(), SWEEP_MS).unref();
  }

  /** Learns which pages stand in files. To be awaited before changes are told. */
  async load(): Promise<void> {
    await this.store.load();
    for (const { address, isStale } of this.store.pages.all()) if (isStale) this.renewal.add(address, 'later');
    this.renewal.run();
  }

  /** How many pages are known. */
  get size(): number {
    return this.store.pages.size;
  }

  /** The page at exactly this address, if it is in memory and as it should be. */
  peek(address: string): Page | undefined {
    const found = this.store.get(address);
    if (found === undefined || isOld(found.known)) return undefined;
    found.known.isRead = true;
    return found.page;
  }

  /** The page at an address: what is kept, be it old, or else a rendering, for which all wait who ask for it at a time. */
  async get({ address, kept }: CachedAddress): Promise<Page> {
    const found = this.store.get(address) ?? (kept === 'files' ? await this.store.read(address) : undefined);
    if (found === undefined) return this.render(address, kept);
    found.known.isRead = true;
    if (isOld(found.known) && !found.known.isFailing) {
      this.renewal.add(address, 'first');
      this.renewal.run();
    }
    return found.page;
  }

  /** @param changes in the order of their commits. */
  changed(changes: Change[]): void {
    const [withdrawn, all, gone] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const edited = new Set<Known>();
    let isEverything = false;
    for (const change of changes) {
      const keys = keysOfChange(change);
      isEverything ||= keys === null;
      keys?.forEach(key => all.add(key));
      if (change.action === 'gone') keys?.forEach(key => gone.add(key));
      if (change.documentId === null || change.action === 'linked') continue;
      if (change.action === 'gone') withdrawn.add(pageKey(change.documentId));
      // Where only what leads elsewhere was made anew, as Strapi does when the other end is published, no slug is told.
      else if (change.slug !== null) for (const page of this.ownPages(change.documentId, change.locale)) edited.add(page);
    }
    this.watches.tell(all, gone);
    // What was begun before is no answer to those who come after.
    if (gone.size > 0) this.flights.clear();
    for (const { address } of this.store.pages.restingOn(withdrawn)) this.forget(address);
    if (isEverything) return this.startOver();
    for (const page of this.store.pages.restingOn(all)) this.expire(page, edited.has(page));
    this.renewal.run();
  }

  /** What changed and changed back meanwhile leaves the pages as they are, but for those that are being made. */
  passed(changes: Change[]): void {
    this.watches.tell(new Set(changes.flatMap(change => keysOfChange(change) ?? [])), new Set());
  }

  /** Anything may be old. */
  startOver(): void {
    this.watches.startOver();
    for (const page of [...this.store.pages.all()]) this.expire(page, false);
    this.renewal.run();
  }

  /** All changes up to a place of the feed have been told. */
  reached(place: Position): void {
    this.place = place;
    this.renewal.resume();
  }

  /** Renders no more by itself, and waits for what is being written. */
  async stop(): Promise<void> {
    this.renewal.stop();
    clearInterval(this.sweep);
    await Promise.allSettled(this.flights.values());
    await this.store.stop();
  }

  private render(address: string, kept: CachedAddress['kept']): Promise<Page> {
    const underWay = this.flights.get(address);
    if (underWay !== undefined) return underWay;
    const page = this.watches.during(watch => this.make(address, kept, watch)).finally(() => {
      if (this.flights.get(address) === page) this.flights.delete(address);
      this.settle();
    });
    this.flights.set(address, page);
    return page;
  }

  private async make(address: string, kept: CachedAddress['kept'], watch: Watch): Promise<Page> {
    const { result, dependencies: { keys, answers, isStale, until } } = await gather(() => this.options.render(address));
    const rendering = kept === 'none' ? asOwn(result) : this.options.named(result, keys);
    const page: KnownPage = { ...await pack(rendering), dependencies: { keys, until: Math.min(until, backstop()) } };
    if (result.status >= 500 || isStale) {
      this.renewal.failed(address, isStale ? 503 : result.status);
      return await this.present(address) ?? page;
    }
    this.renewal.succeeded();
    const isKept = kept !== 'none' && !/no-store|private/.test(result.headers['cache-control'] ?? '');
    if (isKept && keys.isDisjointFrom(watch.gone)) await this.keep(address, kept, page, answers, watch);
    else this.renewAgain(address);
    return page;
  }

  /** The page that is known at an address, however old. */
  private async present(address: string): Promise<Page | undefined> {
    if (this.store.pages.get(address) === undefined) return undefined;
    return (this.store.get(address) ?? await this.store.read(address))?.page;
  }

  private async keep(address: string, kept: Known['kept'], page: KnownPage, answers: Known['answers'], watch: Watch): Promise<void> {
    const { keys, until } = page.dependencies;
    const before = this.store.pages.get(address);
    const isStale = isOvertaken(keys, watch);
    // Somebody else has rendered it since.
    if (isStale && before !== undefined && !isOld(before)) return;
    this.renewal.delete(address);
    const isFile = kept === 'files' && page.status === 200;
    const known = await this.store.put(page, { address, kept, isFile, until, isStale, isRead: false, isFailing: false, answers });
    // Changed while it was rendered or written.
    if (!known.isStale || this.store.pages.get(address) !== known) return;
    this.expire(known, true);
    this.renewal.run();
  }

  /** The pages of a document in a language; in all of them where it has none. */
  private ownPages(documentId: string, locale: string | null): Known[] {
    return [...this.store.pages.restingOn([pageKey(documentId)])].filter(({ address }) => locale === null || address.split('/')[1] === locale);
  }

  /** What was rendered may not be kept: what it would have taken the place of still waits. */
  private renewAgain(address: string): void {
    const present = this.store.pages.get(address);
    if (present === undefined || !isOld(present)) return;
    this.renewal.add(address, 'first');
    this.renewal.run();
  }

  /** What people look at is made anew; an answer that nobody has asked for again, or that is no page, is made when somebody asks. */
  private expire(page: Known, isEdited: boolean): void {
    page.isStale = true;
    const { address, isFile, isRead } = page;
    const status = this.store.get(address)?.page.status;
    if (!isFile && (!isRead || status !== 200)) return this.forget(address);
    this.renewal.add(address, isEdited ? 'first' : isRead ? 'soon' : 'later');
  }

  private forget(address: string): void {
    this.renewal.delete(address);
    this.store.forget(address);
  }

  /** A change may leave what a page shows as it was: an article that the front page features was published, and the footer is the same. */
  private async renew(page: Known): Promise<void> {
    const { address, answers, kept, until } = page;
    if (answers !== null && Date.now() < until && await this.holds(page, answers)) return;
    await this.render(address, kept);
  }

  private holds(page: Known, answers: ReadonlyMap<string, string>): Promise<boolean> {
    return this.watches.during(async (watch) => {
      // In an outage the rendering will find out about it.
      const holds = await this.options.saysTheSame(answers).catch(() => false);
      const keys = new Set(page.restsOn.map(({ key }) => key));
      if (!holds || isOvertaken(keys, watch) || this.store.pages.get(page.address) !== page) return false;
      page.isStale = false;
      page.isFailing = false;
      return true;
    });
  }

  private settle(): void {
    const isSettled = this.renewal.isIdle && this.store.isIdle && this.watches.size === 0;
    if (isSettled && this.place !== null) this.options.settled(this.place);
  }

  private sweepOld(): void {
    const now = Date.now();
    for (const page of [...this.store.pages.all()]) if (!page.isStale && now >= page.until) this.expire(page, false);
    this.store.sweep();
    this.renewal.run();
  }
}

/** Every page is made anew within a day, and not all of them at once. */
function backstop(): number {
  return Date.now() + DAY_MS * (0.9 + Math.random() / 10);
}

/** Of a visitor alone, whatever it is: an error says of itself that it may be stored. */
function asOwn(rendering: Rendering): Rendering {
  return { ...rendering, headers: { ...rendering.headers, 'cache-control': 'private, no-store' } };
}
