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
  /** Layout features that the pages use; the others' glyphs would only weigh. */
  features: string[];
  /** Above and below the baseline, per em. */
  ascent: number;
  descent: number;
  /** Fonts that machines have, in order of likeness. */
  fallbacks: Fallback[];
}

/** A font of the machine that is given the measures of ours, so that nothing moves when ours arrives. */
interface Fallback {
  name: string;
  weights: string;
  /** The same font and its metric-compatible twins. */
  local: string[];
  /** Width of ours in percent of its own: the space, and letters by their frequency in texts of the site, script by script. */
  widths: Record<Letters, number>;
}

type Letters = 'space' | 'latin' | 'cyrillic';

const unicodeRanges: Record<Letters, string> = { space: 'U+20, U+a0', latin: 'U+21-9f, U+a1-3ff, U+1e00-22ff', cyrillic: 'U+400-52f' };

const basicFeatures = ['ccmp', 'kern', 'locl', 'mark', 'mkmk'];

const serif: Family = {
  name: 'Literata',
  package: 'literata',
  axis: 'opsz',
  // One optical size between lead and title: the whole axis would double the file.
  axes: { wght: { min: 400, max: 600 }, opsz: 28 },
  weights: '400 600',
  features: basicFeatures,
  ascent: 1.177,
  descent: 0.307,
  fallbacks: [
    { name: 'Literata Times', weights: '400', local: ['Times New Roman', 'Liberation Serif', 'Tinos'], widths: { space: 80, latin: 120.6, cyrillic: 121.8 } },
    { name: 'Literata Times', weights: '500 600', local: ['Times New Roman', 'Liberation Serif', 'Tinos'], widths: { space: 80.4, latin: 123, cyrillic: 124.2 } },
    { name: 'Literata Noto', weights: '400', local: ['Noto Serif'], widths: { space: 76.9, latin: 100.3, cyrillic: 100.1 } },
    { name: 'Literata Noto', weights: '500 600', local: ['Noto Serif'], widths: { space: 77.3, latin: 102.7, cyrillic: 102 } },
  ],
};

const sans: Family = {
  name: 'Golos Text',
  package: 'golos-text',
  axis: 'wght',
  axes: { wght: { min: 400, max: 600 } },
  weights: '400 600',
  features: [...basicFeatures, 'tnum'],
  ascent: 0.98,
  descent: 0.22,
  fallbacks: [
    { name: 'Golos Arial', weights: '400 500', local: ['Arial', 'Liberation Sans', 'Arimo'], widths: { space: 90, latin: 110.4, cyrillic: 107.5 } },
    { name: 'Golos Arial', weights: '600', local: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], widths: { space: 90, latin: 102.4, cyrillic: 100.5 } },
    { name: 'Golos Roboto', weights: '400 500', local: ['Roboto'], widths: { space: 100.8, latin: 109.3, cyrillic: 104.2 } },
    { name: 'Golos Roboto', weights: '600', local: ['Roboto Bold'], widths: { space: 100.6, latin: 108.1, cyrillic: 104.6 } },
  ],
};

const families = [serif, sans];

type Ranges = [number, number][];

const european = 'ăĄąĆćČčďđęěĞğİıŁłńňőŘřŚśŞşŠšťůűŹźŻżŽžșț';

interface Subset {
  /** The file of the package that has the glyphs. */
  from: string;
  ranges: Ranges;
  /** What the stylesheet says that it has, where that is shorter: a character of a subset further down is taken from there. */
  claims?: Ranges;
  /**
   * Every page asks for it before anything else: it is there when the page is drawn, or the machine's own font
   * stands for as long as the page does, and nothing moves.
   */
  preloaded?: true;
  /** One weight of the serif for all, where a second one would weigh more than it is seen. */
  oneWeight?: true;
}

const letters = (text: string): Ranges => [...text].map(letter => [letter.codePointAt(0) ?? 0, letter.codePointAt(0) ?? 0]);

/**
 * The glyphs kept: letters and signs that texts of a medical site use. What nearly every page needs stands
 * apart from what few do: a page asks for 80 KB at most.
 */
const subsets: Record<string, Subset> = {
  'latin': {
    from: 'latin',
    preloaded: true,
    ranges: [
      [0x20, 0x7e], [0xa0, 0xa0], [0xa3, 0xa3], [0xa7, 0xa7], [0xa9, 0xa9], [0xab, 0xab], [0xb0, 0xb2], [0xb7, 0xb7], [0xbb, 0xbb], [0xd7, 0xd7],
      // Apart from the letters that they are made of, these would weigh twice as much.
      ...letters('ÁÄÇÉÍÓÖÚÜßàáâäåæçèéêëíñóôöøúüý'),
      [0x2013, 0x2014], [0x2018, 0x2019], [0x201c, 0x201d], [0x2026, 0x2026], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x2248, 0x2248], [0x2264, 0x2265],
    ],
    claims: [[0x20, 0xff], [0x2013, 0x2265]],
  },
  'latin-rare': { from: 'latin', ranges: letters('ÀÂÃÅÆÈÊËÌÎÏÐÑÒÔÕØÙÛÝÞãìîïðòõùûþÿ') },
  'signs': {
    from: 'latin',
    ranges: [[0xa1, 0xa2], [0xa4, 0xa6], [0xa8, 0xa8], [0xaa, 0xaa], [0xac, 0xaf], [0xb3, 0xb6], [0xb8, 0xba], [0xbc, 0xbf], [0x2010, 0x2012], [0x2015, 0x2017], [0x201a, 0x201b], [0x201e, 0x2025], [0x2030, 0x203a]],
  },
  'latin-ext': {
    from: 'latin-ext',
    ranges: letters(characters([[0x100, 0x17f], [0x218, 0x21b]])).filter(([letter]) => !european.includes(String.fromCodePoint(letter))),
    claims: [[0x100, 0x21b]],
  },
  // Names from Poland, Czechia, Hungary, Romania, Croatia and Turkey, where the clinics are.
  'european': { from: 'latin-ext', oneWeight: true, ranges: letters(european) },
  // Apart from the letters, so that a price does not ask for all of them.
  'currencies': { from: 'latin-ext', ranges: [[0x20a6, 0x20a6], [0x20a9, 0x20ab], [0x20b8, 0x20ba], [0x20bd, 0x20be]] },
  'cyrillic': { from: 'cyrillic', preloaded: true, ranges: [[0x401, 0x401], [0x410, 0x44f], [0x451, 0x451], [0x2116, 0x2116]] },
  // What Russian does not use.
  'cyrillic-ext': { from: 'cyrillic', ranges: [[0x400, 0x400], [0x402, 0x40f], [0x450, 0x450], [0x452, 0x45f], [0x490, 0x491]] },
};

/** The languages' own names stand on every page: their few letters must not ask for a whole alphabet. */
const languageNames = 'Language Names';

function characters(ranges: Ranges): string {
  return ranges.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))).join('');
}

/** Letters as CSS names them, neighbours by the first and the last. */
function unicodeRange(text: string): string {
  const runs: Ranges = [];
  for (const point of [...new Set(text)].map(character => character.codePointAt(0) ?? 0).sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${from.toString(16)}${to === from ? '' : `-${to.toString(16)}`}`).join(', ');
}

function fontFace(name: string, weights: string, file: string, range: string, display: 'optional' | 'swap'): string {
  return `@font-face { font-family: '${name}'; font-weight: ${weights}; font-display: ${display}; src: url('./${file}') format('woff2'); unicode-range: ${range}; }`;
}

function fallbackFaces({ ascent, descent, fallbacks }: Family): string[] {
  // What is overridden is adjusted in size, too.
  const override = (measure: number, width: number) => `${(10_000 * measure / width).toFixed(1)}%`;
  return fallbacks.flatMap(({ name, weights, local, widths }) => (['space', 'latin', 'cyrillic'] as const).map(letters =>
    `@font-face { font-family: '${name}'; font-weight: ${weights}; src: ${local.map(name => `local('${name}')`).join(', ')}; unicode-range: ${unicodeRanges[letters]}; size-adjust: ${widths[letters]}%; ascent-override: ${override(ascent, widths[letters])}; descent-override: ${override(descent, widths[letters])}; line-gap-override: 0%; }`));
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
      await writeFile(join(folder, file), await subsetFont(original, text, { targetFormat: 'woff2', variationAxes: axes, keepFeatures: family.features, noHinting: true }));
    };
    const texts = families.flatMap(family => Object.entries(subsets).map(async ([subset, { from, ranges, claims = ranges, preloaded, oneWeight }]) => {
      const file = `${family.package}-${subset}.woff2`;
      await cut(family, from, characters(ranges), file, oneWeight && family === serif ? { ...family.axes, wght: 500 } : family.axes);
      return fontFace(family.name, family.weights, file, unicodeRange(characters(claims)), preloaded ? 'optional' : 'swap');
    }));
    const names = Object.entries(subsets).map(async ([subset, { from, ranges }]) => {
      // Figures and Latin letters stand on every page anyway.
      const letters = subset === 'latin' ? '' : [...locales.map(({ name }) => name).join('')].filter(letter => characters(ranges).includes(letter)).join('');
      if (letters === '') return '';
      const file = `names-${subset}.woff2`;
      await cut(sans, from, letters, file, { wght: 400 });
      return fontFace(languageNames, '400', file, unicodeRange(letters), 'swap');
    });

    await writeFile(stylesheet, [...await Promise.all([...texts, ...names]), ...families.flatMap(fallbackFaces)].join('\n'));
  },
});
