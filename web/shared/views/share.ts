/** The words of a share picture: what somebody sees of a page where its address was passed on. */
export interface ShareCard {
  /** Language of the words. */
  locale: string;
  brand: string;
  /** What the page is, such as "Article"; null where its title says so. */
  kind: string | null;
  title: string;
  /** A line of less weight: a date, a place, a lead. */
  note: string | null;
}

declare module 'h3' {
  interface H3EventContext {
    /** The address of the picture of a card, signed: from what a visitor typed no card may be made. */
    sharePath?: (card: ShareCard) => string;
  }
}
