import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';

/** An answer as text, with the keys of all that it rests on. */
export interface Answer {
  text: string;
  keys: Set<string>;
}

/** An answer with where it came from and a name for what it says. */
export interface NamedAnswer extends Answer {
  address: string;
  digest: string;
  /** Whether something that it rests on has changed since: it serves in an outage. */
  isStale: boolean;
}

interface Kept extends NamedAnswer {
  load: () => Promise<Answer>;
}

interface Flight {
  answer: Promise<NamedAnswer>;
  /** What has changed since it began. */
  changedMeanwhile: Set<string>;
  startOver: boolean;
}

/**
 * Answers of the CMS, kept until something that they rest on changes.
 *
 * Nothing is kept before the change feed is followed. An answer that has become old still serves while the CMS cannot give a newer
 * one; what rests on something that is gone does not.
 */
export class KeptAnswers {
  private readonly kept: LRUCache<string, Kept>;
  /** Addresses by the keys that they rest on. */
  private readonly restingOn = new Map<string, Set<string>>();
  private readonly flights = new Map<string, Flight>();
  private isFollowing = false;

  /** @param maxBytes of the texts together. */
  constructor(maxBytes: number) {
    this.kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ text, keys }) => 2 * text.length + 64 * keys.size + 64,
      dispose: ({ keys }, address) => this.forget(address, keys),
    });
  }

  /**
   * The answer that is kept for an address, or else a new one; those who ask for the same at a time share it.
   *
   * @param load asks the CMS.
   * @throws what `load` throws, where nothing is kept.
   */
  async get(address: string, load: () => Promise<Answer>): Promise<NamedAnswer> {
    const kept = this.kept.get(address);
    if (kept !== undefined && !kept.isStale) return kept;
    try {
      return await (this.flights.get(address) ?? this.take(address, load)).answer;
    } catch (error) {
      const old = this.kept.get(address);
      if (old === undefined) throw error;
      return old;
    }
  }

  /**
   * What an answer that is kept says now, as a digest; undefined where none is kept.
   *
   * @throws what its load throws.
   */
  async digestNow(address: string): Promise<string | undefined> {
    const kept = this.kept.get(address);
    if (kept === undefined || !kept.isStale) return kept?.digest;
    return (await (this.flights.get(address) ?? this.take(address, kept.load)).answer).digest;
  }

  /** From now on whatever changes is told: what is asked is worth keeping. */
  begin(): void {
    this.isFollowing = true;
  }

  /** All that is kept may be old. */
  startOver(): void {
    this.isFollowing = true;
    for (const [, kept] of this.kept.entries()) kept.isStale = true;
    for (const flight of this.flights.values()) flight.startOver = true;
    this.flights.clear();
  }

  /** @param keys of what says something else now. */
  changed(keys: string[]): void {
    this.eachOn(keys, kept => (kept.isStale = true));
  }

  /** @param keys of what may not be shown any more. */
  gone(keys: string[]): void {
    this.eachOn(keys, (_kept, address) => this.kept.delete(address));
  }

  private eachOn(keys: string[], act: (kept: Kept, address: string) => void): void {
    for (const address of keys.flatMap(key => [...this.restingOn.get(key) ?? []])) {
      const kept = this.kept.peek(address);
      if (kept !== undefined) act(kept, address);
    }
    this.overtake(keys);
  }

  /** @param keys of what changed and changed back: what is asked just now may have been answered in between. */
  overtake(keys: string[]): void {
    for (const flight of this.flights.values()) keys.forEach(key => flight.changedMeanwhile.add(key));
    // What was asked before the change is no answer to those who ask after it.
    this.flights.clear();
  }

  private take(address: string, load: () => Promise<Answer>): Flight {
    const flight: Flight = { answer: load().then(answer => named(address, answer)), changedMeanwhile: new Set(), startOver: !this.isFollowing };
    this.flights.set(address, flight);
    const landed = () => {
      if (this.flights.get(address) === flight) this.flights.delete(address);
    };
    flight.answer.then((answer) => {
      landed();
      if (!flight.startOver && flight.changedMeanwhile.isDisjointFrom(answer.keys)) this.keep(answer, load);
    }, landed);
    return flight;
  }

  private keep(answer: NamedAnswer, load: () => Promise<Answer>): void {
    const { address } = answer;
    this.kept.set(address, { ...answer, load });
    if (!this.kept.has(address)) return;
    for (const key of answer.keys) this.restingOn.set(key, (this.restingOn.get(key) ?? new Set()).add(address));
  }

  private forget(address: string, keys: Set<string>): void {
    for (const key of keys) {
      const addresses = this.restingOn.get(key);
      addresses?.delete(address);
      if (addresses?.size === 0) this.restingOn.delete(key);
    }
  }
}

function named(address: string, answer: Answer): NamedAnswer {
  return { ...answer, address, isStale: false, digest: createHash('sha256').update(answer.text).digest('base64url').slice(0, 22) };
}
