import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineNuxtModule } from 'nuxt/kit';
import subsetFont from 'subset-font';

interface Family {
  name: string;
  package: string;
  axis: string;
  /** The part of the variable font that the pages use. */
  axes: Record<string, number | { min: number; max: number }>;
  weights: string;
  /** A font that is on every machine, given the measures of ours, so that nothing moves when ours arrives. */
  fallback: { name: string; local: string[]; sizeAdjust: string; ascent: string; descent: string };
}

const families: Family[] = [
  {
    name: 'Literata',
    package: 'literata',
    axis: 'opsz',
    // One optical size between lead and title: the whole axis would double the file.
    axes: { wght: { min: 400, max: 600 }, opsz: 28 },
    weights: '400 600',
    fallback: { name: 'Literata Fallback', local: ['Georgia', 'Gelasio'], sizeAdjust: '107%', ascent: '110%', descent: '28.7%' },
  },
  {
    name: 'Golos Text',
    package: 'golos-text',
    axis: 'wght',
    axes: { wght: { min: 400, max: 700 } },
    weights: '400 700',
    fallback: { name: 'Golos Fallback', local: ['Arial', 'Liberation Sans', 'Roboto'], sizeAdjust: '109.6%', ascent: '89.4%', descent: '20.1%' },
  },
];

/** The glyphs kept of each file: letters and signs that texts of a medical site use. */
const subsets: Record<string, [number, number][]> = {
  'latin': [[0x20, 0x7e], [0xa0, 0xff], [0x2010, 0x2026], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x2248, 0x2248], [0x2264, 0x2265]],
  'latin-ext': [[0x100, 0x17f], [0x218, 0x21b], [0x20a0, 0x20ab], [0x20ad, 0x20bf]],
  'cyrillic': [[0x400, 0x45f], [0x490, 0x491], [0x2116, 0x2116]],
};

function characters(ranges: [number, number][]): string {
  return ranges.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))).join('');
}

function unicodeRange(ranges: [number, number][]): string {
  return ranges.map(([from, to]) => `U+${from.toString(16)}${to === from ? '' : `-${to.toString(16)}`}`).join(', ');
}

function fontFace(family: Family, file: string, ranges: [number, number][]): string {
  return `@font-face { font-family: '${family.name}'; font-weight: ${family.weights}; font-display: swap; src: url('./${file}') format('woff2'); unicode-range: ${unicodeRange(ranges)}; }`;
}

function fallbackFace({ fallback }: Family): string {
  return `@font-face { font-family: '${fallback.name}'; src: ${fallback.local.map(name => `local('${name}')`).join(', ')}; size-adjust: ${fallback.sizeAdjust}; ascent-override: ${fallback.ascent}; descent-override: ${fallback.descent}; line-gap-override: 0%; }`;
}

/**
 * Cuts the site's fonts to the glyphs and weights that its pages use and hands the stylesheet with
 * the faces to the build: about a third of the bytes of the packages' files.
 */
export default defineNuxtModule({
  meta: { name: 'fonts' },
  async setup(_options, nuxt) {
    const { resolve } = createRequire(import.meta.url);
    // Not in the build folder, which Nuxt empties after the modules have run.
    const folder = join(nuxt.options.rootDir, 'node_modules/.cache/fonts');
    nuxt.options.alias['#fonts'] = folder;
    await mkdir(folder, { recursive: true });
    const faces = await Promise.all(families.flatMap(family => Object.entries(subsets).map(async ([subset, ranges]) => {
      const original = await readFile(resolve(`@fontsource-variable/${family.package}/files/${family.package}-${subset}-${family.axis}-normal.woff2`));
      const file = `${family.package}-${subset}.woff2`;
      await writeFile(join(folder, file), await subsetFont(original, characters(ranges), { targetFormat: 'woff2', variationAxes: family.axes }));
      return fontFace(family, file, ranges);
    })));
    const stylesheet = join(folder, 'fonts.css');
    await writeFile(stylesheet, [...faces, ...families.map(fallbackFace)].join('\n'));
    nuxt.options.css.unshift(stylesheet);
  },
});
