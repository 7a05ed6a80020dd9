/** One picture in the sizes and formats that were made when it was uploaded; addresses are the site's own. */
export interface Picture {
  width: number;
  height: number;
  /** For `<source>`: its type and its sizes, narrowest first; null where the picture is there as it was uploaded only. */
  source: { type: string; sizes: { address: string; width: number }[] } | null;
  /** The fallback for `<img>`. */
  src: string;
}

export interface Figure {
  picture: Picture;
  pictureDark: Picture | null;
  /** Empty when the figure is decorative. */
  alt: string;
  caption: string | null;
  credit: string | null;
}
