import { Renderer, type Node } from '@takumi-rs/core';

import type { ShareCard } from '../../shared/views/share';
import { cardNode, css, height, titleNode, titleRoom, width } from './design';

export interface FontFile { family: string; data: Uint8Array }

/** Draws a card as a PNG. */
export type Draw = (card: ShareCard) => Promise<Buffer>;

/** Gives up on a drawing that does not come to an end. */
const LIMIT_MS = 5000;

/** Makes ready to draw in the given fonts. */
export async function startDrawing(fonts: FontFile[]): Promise<Draw> {
  const renderer = new Renderer({ cacheMaxBytes: 0 });
  for (const { family, data } of fonts) await renderer.registerFont({ name: family, data });

  /** Whether a title in a size has room: the library breaks no word of itself, so a long one may stand out. */
  const fits = async (title: Node) => {
    const measured = await renderer.measure(title, { width: titleRoom.width, css: [css] });
    return measured.height <= titleRoom.height && measured.runs.every(run => run.x >= 0 && run.x + run.width <= titleRoom.width + 1);
  };

  return async (card) => {
    const title = await largestTitle(card, fits);
    return renderer.render(cardNode(card, title), { width, height, css: [css], format: 'png', signal: AbortSignal.timeout(LIMIT_MS) });
  };
}

/** The title in the largest size that has room; where none has, in the smallest and cut. */
async function largestTitle(card: ShareCard, fits: (title: Node) => Promise<boolean>): Promise<Node> {
  for (const size of titleRoom.sizes) {
    const title = titleNode(card, size);
    if (await fits(title)) return title;
  }
  return titleNode(card, titleRoom.smallest, true);
}
