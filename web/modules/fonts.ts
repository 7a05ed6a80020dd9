import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineNuxtModule } from 'nuxt/kit';
import subsetFont from 'subset-font';
import { locales } from '../shared/locales';

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

const serif: Family = {
  name: 'Literata',
  package: 'literata',
  axis: 'opsz',
  // One optical size between lead and title: the whole axis would double the file.
  axes: { wght: { min: 400, max: 600 }, opsz: 28 },
  weights: '400 600',
  fallback: { name: 'Literata Fallback', local: ['Georgia', 'Gelasio'], sizeAdjust: '107%', ascent: '110%', descent: '28.7%' },
};

const sans: Family = {
  name: 'Golos Text',
  package: 'golos-text',
  axis: 'wght',
  axes: { wght: { min: 400, max: 600 } },
  weights: '400 600',
  fallback: { name: 'Golos Fallback', local: ['Arial', 'Liberation Sans', 'Roboto'], sizeAdjust: '109.6%', ascent: '89.4%', descent: '20.1%' },
};

const families = [serif, sans];

type Ranges = [number, number][];

/** The glyphs kept, with the file of the package that has them: letters and signs that texts of a medical site use. */
const subsets: Record<string, { from: string; ranges: Ranges }> = {
  'latin': { from: 'latin', ranges: [[0x20, 0x7e], [0xa0, 0xff], [0x2010, 0x2026], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x2248, 0x2248], [0x2264, 0x2265]] },
  'latin-ext': { from: 'latin-ext', ranges: [[0x100, 0x17f], [0x218, 0x21b]] },
  // Apart from the letters, so that a price does not ask for all of them.
  'currencies': { from: 'latin-ext', ranges: [[0x20a6, 0x20a6], [0x20a9, 0x20ab], [0x20b8, 0x20ba], [0x20bd, 0x20be]] },
  'cyrillic': { from: 'cyrillic', ranges: [[0x400, 0x45f], [0x490, 0x491], [0x2116, 0x2116]] },
};

/** The languages' own names stand on every page: their few letters must not ask for a whole alphabet. */
const languageNames = 'Language Names';

function characters(ranges: Ranges): string {
  return ranges.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))).join('');
}

function unicodeRange(text: string): string {
  return [...new Set(text)].map(character => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(', ');
}

function fontFace(name: string, weights: string, file: string, range: string): string {
  return `@font-face { font-family: '${name}'; font-weight: ${weights}; font-display: swap; src: url('./${file}') format('woff2'); unicode-range: ${range}; }`;
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
    // Not in the build folder, which Nuxt empties after the modules have run; cut anew only when asked for otherwise.
    const asked = createHash('sha256').update(JSON.stringify([families, subsets, locales])).update(await readFile(import.meta.filename)).digest('hex').slice(0, 12);
    const folder = join(nuxt.options.rootDir, 'node_modules/.cache/fonts', asked);
    const stylesheet = join(folder, 'fonts.css');
    nuxt.options.alias['#fonts'] = folder;
    nuxt.options.css.unshift(stylesheet);
    if (existsSync(stylesheet)) return;
    await mkdir(folder, { recursive: true });

    const cut = async (family: Family, from: string, text: string, file: string, axes = family.axes) => {
      const original = await readFile(resolve(`@fontsource-variable/${family.package}/files/${family.package}-${from}-${family.axis}-normal.woff2`));
      await writeFile(join(folder, file), await subsetFont(original, text, { targetFormat: 'woff2', variationAxes: axes }));
    };
    const texts = families.flatMap(family => Object.entries(subsets).map(async ([subset, { from, ranges }]) => {
      const file = `${family.package}-${subset}.woff2`;
      await cut(family, from, characters(ranges), file);
      return fontFace(family.name, family.weights, file, ranges.map(([first, last]) => unicodeRange(String.fromCodePoint(first)) + (last === first ? '' : `-${last.toString(16)}`)).join(', '));
    }));
    const names = Object.entries(subsets).map(async ([subset, { from, ranges }]) => {
      // Figures and Latin letters stand on every page anyway.
      const letters = subset === 'latin' ? '' : [...locales.map(({ name }) => name).join('')].filter(letter => characters(ranges).includes(letter)).join('');
      if (letters === '') return '';
      const file = `names-${subset}.woff2`;
      await cut(sans, from, letters, file, { wght: 400 });
      return fontFace(languageNames, '400', file, unicodeRange(letters));
    });

    await writeFile(stylesheet, [...await Promise.all([...texts, ...names]), ...families.map(fallbackFace)].join('\n'));
  },
});
