import type { Element } from 'hast';

/** A picture in its use on the page. */
export interface PageFigure {
  /** As the page gives it; a path beside the page, or an address. */
  src: string;
  /** Null where the page gives none. */
  alt: string | null;
  caption: string;
}

/** A picture that stands for a word or a bullet, and is no content. */
export interface Icon {
  kind: 'icon' | 'flag';
  src: string;
  alt: string;
}

/** What an article is made of, one after another, whatever it was wrapped in. */
export type Unit =
  | { kind: 'heading'; level: number; text: string; node: Element }
  | { kind: 'text'; text: string; node: Element }
  | { kind: 'figure'; figure: PageFigure }
  | { kind: 'list'; ordered: boolean; ticked: boolean; items: Element[]; node: Element }
  | { kind: 'quote'; boxed: boolean; text: string; node: Element }
  | { kind: 'table'; rows: Element[][]; node: Element }
  | { kind: 'embed'; src: string; title: string }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'question'; question: string; answer: Element }
  /** The page closes a section here: what follows belongs to the section around it. */
  | { kind: 'end' };

export type UnitOf<K extends Unit['kind']> = Extract<Unit, { kind: K }>;

/** The units, and the icons that were taken out of them. */
export interface UnitsAndIcons {
  units: Unit[];
  icons: Icon[];
}
