import { afterAll, beforeAll, beforeEach, expect } from 'vitest';

import { startCms, type Cms } from './cms.ts';
import { askFeed, said, type Feed, type Position } from './follower.ts';

/** A CMS without content, with a follower of its feed. */
export interface FollowedCms {
  readonly cms: Cms;
  /** Where the follower is: at the end of the feed when a test begins. */
  readonly place: Position;
  ask(position?: Position): Promise<Feed>;
  /** What the feed says since the last question, each thing once: `article id ru changed`. */
  changes(): Promise<string[]>;
}

/** Has the tests of a file begin with a CMS of their own, and each of them with a follower that has seen all. */
export function useFollowedCms(): FollowedCms {
  let cms: Cms;
  let place: Position;
  const ask = (position?: Position) => askFeed(cms, position);

  beforeAll(async () => {
    cms = await startCms({ template: 'empty' });
  });
  afterAll(async () => cms.stop());
  beforeEach(async () => {
    place = (await ask()).head;
  });

  return {
    get cms() {
      return cms;
    },
    get place() {
      return place;
    },
    ask,
    async changes() {
      const told: string[] = [];
      const end = await ask();
      while (place.sequence < end.head.sequence) {
        const feed = await ask(place);
        expect(feed.startOver).toBe(false);
        told.push(...feed.changes.map(said));
        place = feed.head;
      }
      // Of what was replaced, the last word counts; and with a version go its links.
      const lastWords = new Map(told.filter(line => !line.endsWith('relinked')).map(line => [line.replace(/ (changed|gone)$/, ''), line]));
      const relinked = told.filter(line => line.endsWith('relinked') && !lastWords.has(line.replace(/ relinked$/, '')));
      return [...new Set([...lastWords.values(), ...relinked])].sort();
    },
  };
}
