/*
 * Mending a failure: say `inline-start` and `inline-end` for left and right (`margin-inline-start`, `inset-inline-end`,
 * `text-align: start`), so that a page in a language that runs from right to left is its mirror image.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, it } from 'vitest';

const app = resolve(import.meta.dirname, '../../app');
const physical = /(?:^|[\s;{-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)?\s*:|:\s*(?:left|right)\s*[;}]|border-(?:top|bottom)-(?:left|right)-radius|translateX/m;

/** The styles of a file, without comments. */
function stylesOf(file: string): string {
  const text = readFileSync(join(app, file), 'utf8');
  const styles = file.endsWith('.css') ? [text] : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
  return styles.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

it('finds left and right where they are said', () => {
  for (const rule of ['a { left: 0; }', 'a { margin-left: 1em; }', 'a { text-align: right; }', 'a { border-right-width: 1px; }', 'a { border-top-left-radius: 0; }']) expect(rule).toMatch(physical);
  for (const rule of ['a { margin-inline-start: 1em; }', 'a { text-align: start; }', '.left { color: red; }']) expect(rule).not.toMatch(physical);
});

it('says in no style what is left and what is right', () => {
  const files = globSync('**/*.{css,vue}', { cwd: app });
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter(file => physical.test(stylesOf(file)))).toEqual([]);
});
