import { join } from 'node:path';

import type { Position } from '../cms/change-feed';
import { saysTheSame } from '../cms/client';
import { followCms, onChange, readPlace } from '../cms/follow';
import { areSurrogateKeysSent, pageCacheDirectory, publicOriginOf } from '../settings';
import { writeWhole } from '../write-whole';
import type { Rendering } from './page';
import { PageCache } from './page-cache';
import { PageFiles } from './page-files';
import { withSurrogateKeys } from './surrogate-header';

const MAX_BYTES = 256 * 1024 * 1024;
const RENDER_LIMIT_MS = 30_000;

/** The pages of this site, with their files and what keeps them fresh. */
export interface SitePages {
  cache: PageCache;
  /** Ends the following and waits for what is being written. */
  stop(): Promise<void>;
}

type Ask = (address: string, init: { headers: Record<string, string> }) => Promise<Response>;

let opened: PageCache | null = null;

/** Whether there is a page to show even without the CMS. */
export function hasPages(): boolean {
  return opened !== null && opened.size > 0;
}

/**
 * Begins to keep pages: those of before are there at once, and the changes since then are caught up with.
 *
 * @param build names this build.
 * @param ask has the site answer within the process.
 * @param port at which the site listens, for its addresses where SITE_URL says nothing.
 */
export function openSitePages(build: string, ask: Ask, port: number): SitePages {
  const directory = pageCacheDirectory();
  const placeFile = join(directory, 'place.json');
  const { host, protocol } = new URL(publicOriginOf(port));
  const end = new AbortController();
  let written: Position | null = null;
  let writing = Promise.resolve();

  const cache = new PageCache({
    build,
    files: new PageFiles(directory, build),
    maxBytes: MAX_BYTES,
    render: address => render(ask, address, host, protocol),
    saysTheSame,
    named: areSurrogateKeysSent() ? withSurrogateKeys : rendering => rendering,
    settled(place) {
      if (written?.sequence === place.sequence && written.id === place.id) return;
      written = place;
      writing = writing.then(() => writeWhole(placeFile, JSON.stringify(place)))
        .catch((error: unknown) => console.error('The place in the change feed could not be written', error));
    },
  });
  opened = cache;
  onChange(cache);
  const following = cache.load().then(async () => followCms(await readPlace(placeFile), end.signal));
  following.catch((error: unknown) => console.error('The CMS is not followed any more', error));

  return {
    cache,
    async stop() {
      end.abort();
      await cache.stop();
      await writing;
    },
  };
}

/** Asks the site itself, as a browser would that has one address for it: what is kept may not depend on who asked first. */
async function render(ask: Ask, address: string, host: string, protocol: string): Promise<Rendering> {
  const asked = ask(address, { headers: { host, 'x-forwarded-proto': protocol.replace(':', ''), 'accept': 'text/html' } });
  const answer = await within(RENDER_LIMIT_MS, asked);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length' && name !== 'etag'));
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Not ready in ${ms} ms`)), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
