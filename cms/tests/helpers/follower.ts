import { expect } from 'vitest';

import type { Told as Change } from '../../src/change-feed/feed.ts';
import type { Position } from '../../src/change-feed/log.ts';
import type { Cms } from './cms.ts';

export type { Change, Position };

export interface Feed {
  changes: Change[];
  head: Position;
  startOver: boolean;
}

/** Asks a CMS what changed after a position, or where its log ends. */
export async function askFeed({ read }: Pick<Cms, 'read'>, position?: Position): Promise<Feed> {
  const { status, body } = await read(`/api/change-feed${position ? `?after=${position.sequence}&id=${position.id}` : ''}`);
  expect(status).toBe(200);
  return body as Feed;
}

/** A change in words: `article id ru changed`, `treatment id ru linked by clinic`, `site id ru relinked`. */
export const said = ({ type, documentId, locale, action, by }: Change): string => [type, documentId, locale, action, action === 'linked' && `by ${by}`].filter(Boolean).join(' ');
