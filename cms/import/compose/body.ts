import type { Element } from 'hast';

import { textOf } from '../read/elements.ts';
import type { Context } from './context.ts';
import { fit } from './limits.ts';
import type { DraftBlock } from './page-draft.ts';
import { toRunningBlocks } from './rich-text.ts';

/** The blocks of an article as they grow: what is plain text gathers until something else comes. */
export class Body {
  readonly blocks: DraftBlock[] = [];
  readonly #context: Context;
  #run: Element[] = [];
  /** Levels of the headings so far, the last of them last. */
  #levels: number[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  addText(node: Element): void {
    this.#run.push(node);
  }

  /** Adds a heading, at most one level below the one before it. */
  addHeading(node: Element, level: number): void {
    const closed = Math.min(level, (this.#levels.at(-1) ?? 1) + 1, 4);
    if (closed < Math.min(level, 4)) this.#context.notes.guesses.push(`the heading "${textOf(node)}" skipped a level and was raised to level ${closed}`);
    this.#levels.push(closed);
    this.#run.push({ ...node, tagName: `h${closed}` });
  }

  add(block: DraftBlock): void {
    this.flush();
    this.blocks.push(block);
  }

  /** The block that the next one would follow directly; undefined after running text. */
  last(): DraftBlock | undefined {
    return this.#run.length === 0 ? this.blocks.at(-1) : undefined;
  }

  /** The words of a heading that has just been added; null where there is none. */
  openHeading(): string | null {
    const last = this.#run.at(-1);
    return last && /^h\d$/.test(last.tagName) ? textOf(last) : null;
  }

  /** Takes back a heading that has just been added, to be the title of the block that follows it; null where there is none. */
  takeHeading(limit: number): string | null {
    const heading = this.openHeading();
    if (heading === null) return null;
    this.#run.pop();
    this.#levels.pop();
    return fit(heading, limit, 'title of a block', this.#context.notes);
  }

  /** Ends the running text, if any, as a block of its own. */
  flush(): void {
    if (this.#run.length === 0) return;
    const body = toRunningBlocks(this.#run, this.#context.notes);
    this.#run = [];
    if (body.length > 0) this.blocks.push({ __component: 'block.text', body });
  }
}
