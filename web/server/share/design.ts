import type { Node } from '@takumi-rs/core';

import { localeOf } from '../../shared/locales';
import type { ShareCard } from '../../shared/views/share';
import { drawCells } from './cells';

export const width = 1200;
export const height = 630;

const band = 300;
const textWidth = width - band - 72 - 56;

/** What a title may take, and the sizes that are tried, the largest first. */
export const titleRoom = { width: textWidth, height: 284, sizes: [80, 72, 64, 58, 52, 46], smallest: 40 };
const lineHeight = 1.14;
const mostLines = Math.floor(titleRoom.height / titleRoom.smallest / lineHeight);

/** Letters that Literata and Golos Text have, the latter borrowing Greek ones. */
const drawable = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** The look of `app/assets/css/tokens.css`, light. */
export const css = `
  .rtl { direction: rtl; }
  .card { display: flex; width: ${width}px; height: ${height}px; background: #faf8f3; color: #16222b; font-family: 'Golos Text'; font-size: 26px; line-height: 1.4; }
  .words { display: flex; flex-direction: column; flex: 1; padding: 60px 56px 56px 72px; }
  .rtl .words { padding: 60px 72px 56px 56px; }
  .brand { font-family: Literata; font-weight: 600; font-size: 36px; line-height: 1; color: #0a5a55; }
  .middle { display: flex; flex-direction: column; flex: 1; justify-content: center; gap: 14px; }
  .kind { font-weight: 500; color: #0a5a55; }
  .title { font-family: Literata; font-weight: 500; font-variation-settings: 'opsz' 28; line-height: ${lineHeight}; letter-spacing: -0.01em; text-wrap-style: balance; overflow-wrap: normal; }
  .cut { overflow-wrap: anywhere; text-overflow: ellipsis; line-clamp: ${mostLines}; }
  /* The fonts have letters of scripts that run from left to right alone: told otherwise, the library loses spaces between them. */
  .rtl .words > *, .rtl .middle > * { direction: ltr; text-align: right; }
  .note { padding-top: 22px; border-top: 2px solid #d9d4c7; color: #435059; text-overflow: ellipsis; line-clamp: 2; }
  .drawing { width: ${band}px; height: ${height}px; background: #eef3ef; }
`;

/** A title in a size; `cut` where no size is small enough, and it ends in an ellipsis. */
export function titleNode({ title, locale }: ShareCard, size: number, cut = false): Node {
  return { type: 'text', text: title, className: cut ? 'title cut' : 'title', lang: locale, style: { fontSize: size } };
}

/** The whole picture around its title. Words in letters that the fonts lack are left out rather than drawn as gaps. */
export function cardNode(card: ShareCard, title: Node): Node {
  const text = (className: string, words: string | null): Node[] => (words === null || !drawable.test(words) ? [] : [{ type: 'text', text: words, className }]);
  return {
    type: 'container',
    className: `card ${localeOf(card.locale).dir}`,
    lang: card.locale,
    children: [
      {
        type: 'container',
        className: 'words',
        children: [
          ...text('brand', card.brand),
          { type: 'container', className: 'middle', children: drawable.test(card.title) ? [...text('kind', card.kind), title] : [] },
          ...text('note', card.note),
        ],
      },
      { type: 'image', src: drawCells(`${card.locale} ${card.title}`, band, height), className: 'drawing' },
    ],
  };
}
