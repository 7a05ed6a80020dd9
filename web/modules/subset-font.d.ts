declare module 'subset-font' {
  /** Range of a variable axis to keep, or the value to pin it to. */
  type Axis = number | { min: number; max: number };

  /** Keeps the glyphs of `text`; answers the font in the asked-for format. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes: Record<string, Axis>; keepFeatures: string[]; noHinting: boolean },
  ): Promise<Buffer>;
}
