/** What may be uploaded, by content and not by name. No SVG: it can carry script. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** Bytes of one upload. */
export const largestPicture = 10 * 1024 * 1024;

/** Pixels of one picture: a small file can unfold to more than the memory of the machine. */
export const mostPixels = 50_000_000;

/** Pixels of one side: WebP and AVIF, in which the sizes are made, have no more. */
export const longestSide = 16_383;

/** Widths of the sizes made at upload, for pages at one and two device pixels. */
export const widths = [480, 960, 1600];
