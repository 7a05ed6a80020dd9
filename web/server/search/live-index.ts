import { setTimeout as delay } from 'node:timers/promises';

import { inBackground } from '../cms/background';
import type { Change } from '../cms/change-feed';
import { freshly } from '../cms/dependencies';
import { isFindable, readDocuments, readEntry } from './read-documents';
import { SearchIndex } from './search-index';

/** As a backstop: what changes is read at once. */
const BUILD_AGAIN_MS = 24 * 60 * 60 * 1000;
const RETRY_MS = 2000;

/** How the index of a locale comes by its documents; throws in an outage. */
export interface Source {
  all: typeof readDocuments;
  entry: typeof readEntry;
}

type Entry = Parameters<typeof readEntry>[0];

/**
 * The search index of a locale: built when it is first asked for, and kept as the CMS is. While it is built again, and in an outage,
 * the old one serves.
 */
export class LiveIndex {
  private index: SearchIndex | null = null;
  private building: Promise<SearchIndex> | null = null;
  private dueAt = 0;
  /** Entries that have changed since they were read, with their types. */
  private readonly touched = new Map<string, Entry>();
  private isCatchingUp = false;

  constructor(private readonly locale: string, private readonly source: Source = { all: readDocuments, entry: readEntry }) {}

  /** Throws what the first build throws. */
  async get(): Promise<SearchIndex> {
    if (this.index === null) return this.building ?? this.build();
    if (Date.now() >= this.dueAt && this.building === null) this.build().catch((error: unknown) => this.failed(error));
    return this.index;
  }

  /** What is gone is found no more, whether or not the CMS can be asked. */
  changed(changes: Change[]): void {
    if (this.index === null && this.building === null) return;
    for (const { type, documentId, locale, action } of changes) {
      if (documentId === null) this.startOver();
      if (documentId === null || action === 'linked' || !isFindable(type)) continue;
      if (action === 'gone' && locale === this.locale) this.index?.replace(documentId, []);
      this.touched.set(documentId, type);
    }
    void this.catchUp();
  }

  /** All of it may be old. */
  startOver(): void {
    this.dueAt = 0;
    if (this.index !== null) void this.get();
  }

  private async build(): Promise<SearchIndex> {
    this.dueAt = Date.now() + BUILD_AGAIN_MS;
    this.building = freshly(() => this.source.all(this.locale)).then(documents => SearchIndex.build(this.locale, documents));
    try {
      this.index = await this.building;
      return this.index;
    } catch (error) {
      this.dueAt = Date.now() + RETRY_MS;
      throw error;
    } finally {
      this.building = null;
      void this.catchUp();
    }
  }

  /** One at a time, so that the last word on an entry is the last that is read. */
  private async catchUp(): Promise<void> {
    if (this.isCatchingUp) return;
    this.isCatchingUp = true;
    while (this.index !== null && this.building === null) {
      const [next] = this.touched;
      if (next === undefined) break;
      const [documentId, type] = next;
      this.touched.delete(documentId);
      try {
        const documents = await inBackground(() => freshly(() => this.source.entry(type, documentId, this.locale)));
        this.index.replace(documentId, documents);
      } catch (error) {
        if (!this.touched.has(documentId)) this.touched.set(documentId, type);
        this.failed(error);
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
    this.isCatchingUp = false;
  }

  private failed(error: unknown): void {
    console.error(`The search index in ${this.locale} could not be renewed, the old one serves: ${error instanceof Error ? error.message : String(error)}`);
  }
}
