declare module 'h3' {
  interface H3EventContext {
    /** Says that a page is true until a moment, in milliseconds since 1970; set while a server renders. */
    holdsUntil?: (moment: number) => void;
  }
}

export {};
